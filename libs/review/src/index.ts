export { Comments } from './comments.service.js';
export { ReviewModule } from './review.module.js';
export { Reviews } from './reviews.service.js';
export { openRound, roundsOf } from './rounds.queries.js';
export type { OpenRound } from './rounds.queries.js';
export { seatFor, stateAfter } from './sign-off.policy.js';
export type { NoSeat, Signature, Signer } from './sign-off.policy.js';
export { seatsLeft } from '@desk/articles';
export type { SeatsLeft } from '@desk/articles';
