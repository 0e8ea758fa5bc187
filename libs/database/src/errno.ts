/**
 * Whether an error of the driver has one of MariaDB's error numbers. Numbers, never `code`:
 * mysql2 names MariaDB's numbers above 4000 wrongly.
 */
export function hasErrno(error: unknown, ...numbers: number[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errno' in error &&
    typeof error.errno === 'number' &&
    numbers.includes(error.errno)
  );
}

const DUPLICATE_ENTRY = 1062;

/** Whether a row was refused because a unique key already has its value. */
export const isDuplicate = (error: unknown): boolean => hasErrno(error, DUPLICATE_ENTRY);
