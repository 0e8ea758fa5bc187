export { engineSettings } from './engine-settings.js';
export { BadEnvironment, environmentSchema, readEnvironment } from './environment.js';
export type { Environment } from './environment.js';
export { mediaSettings } from './media-settings.js';
export { storageEnvironment, storageSettings } from './storage-settings.js';
export { ENVIRONMENT } from './tokens.js';
export { endGracefully } from './end-gracefully.js';
