export { Bell, SilentBell } from './bell.js';
export { AlreadyCarriedOut, Commands } from './commands.service.js';
export { facts, isFact } from './facts.js';
export type { Fact, FactPayload } from './facts.js';
export { record } from './record.js';
export type { Subject } from './record.js';
export { currentContext, inContext } from './request-context.js';
export type { RequestContext } from './request-context.js';
