export { MemoryFiles } from './memory-files.service.js';
export { MemoryImports } from './memory-imports.service.js';
export { MemoryIndexes } from './memory-indexes.js';
export { MemoryLookUp } from './memory-look-up.service.js';
export { MemorySearches } from './memory-search.service.js';
export { MemoryUnits } from './memory-units.service.js';
export { MemoryWarmUp } from './memory-warm-up.js';
