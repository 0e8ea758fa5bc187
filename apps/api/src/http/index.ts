export { Answers } from './answers.js';
export { Asker, ByItself, Public, refuseTokens, SignedIn } from './asker.js';
export type { Asking } from './asker.js';
export { callerLanguage } from './caller-language.js';
export { Id, IfMatch } from './preconditions.js';
export { SignInRequired, TooMany } from './request.errors.js';
export { CallerLanguage } from './caller-language.js';
export { SessionGuard } from './session.guard.js';
export { sendProblem } from './problem.filter.js';
