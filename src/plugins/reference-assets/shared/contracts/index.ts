export * from './assets';
export * from './jobs';
export * from './models';
export * from './problems';
export * from './spec';
export * from './status';
export * from './videos';
export * from './vocabulary';
