export { Invalid, Missing, NewsroomError, NotAllowed, Refused } from './newsroom-error.js';
export type { ErrorFacts } from './newsroom-error.js';
