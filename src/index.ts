/** The public face of the pure core. Everything a program outside the page may rely on is exported here. */
export type * from './engine/scenario';
export type * from './engine/evaluation';
