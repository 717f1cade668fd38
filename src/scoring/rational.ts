/** Exact arithmetic, under the name that the scoring knows it by. */
export * from '../model/rational';
