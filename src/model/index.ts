export * from './cell';
export * from './entries';
export * from './issue';
export * from './scheme';
export * from './score';
