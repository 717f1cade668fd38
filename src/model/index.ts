export * from './cell';
export * from './entries';
export * from './issue';
export * from './modes';
export * from './nearest';
export * from './scheme';
export * from './score';
