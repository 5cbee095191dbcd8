export * from './analysis';
export * from './assets';
<<<<<<< ours
export * from './disclosure';
=======
export * from './duplicates';
export * from './imports';
>>>>>>> theirs
export * from './jobs';
export * from './logo';
export * from './models';
export * from './problems';
<<<<<<< ours
export * from './review-links';
export * from './reviews';
export * from './spec';
export * from './status';
export * from './video-edits';
=======
export * from './rights';
export * from './spec';
export * from './status';
export * from './usage';
>>>>>>> theirs
export * from './videos';
export * from './vocabulary';
export * from './money';
