export { TaskExports } from './task-exports.service.js';
export type { TaskExport } from './task-exports.service.js';
export { TaskImports } from './task-imports.service.js';
export type { UntoldPreview } from './preview.js';
