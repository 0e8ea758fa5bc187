export { can, permissions, visibleSections } from './can.policy.js';
export type { Permission } from './can.policy.js';
export type { About, Grant, Person } from './person.js';
