export { FileReadings } from './file-readings.service.js';
export { dueFiles, forgetFileReadings } from './file-readings.queries.js';
