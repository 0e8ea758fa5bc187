import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPortal } from './portal.js';
import { readSettings } from './settings.js';

/** The folder that holds config/, whether the code runs compiled or not. */
function root(from: string): string {
  const above = dirname(from);
  return existsSync(join(from, 'package.json')) || above === from ? from : root(above);
}

const settings = readSettings(process.env);
const app = await createPortal(
  settings,
  settings.ORGANISATION_FILE ?? join(root(import.meta.dirname), 'config/organisation.json'),
);
await app.listen(settings.PORTAL_PORT, settings.PORTAL_HOST);
