import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const data = join(__dirname, '../data');
const url = (path: string) => pathToFileURL(join(data, path)).href;

/** Runs a program to its end. */
export function program(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return { status, out: stdout, said: `${stdout}${stderr}` };
}

/** One schema that knows the core of XLIFF 2.1 and every module. */
function xliff2Schema(folder: string): string {
  const modules = {
    'urn:oasis:names:tc:xliff:document:2.0': 'xliff_core_2.0.xsd',
    'urn:oasis:names:tc:xliff:matches:2.0': 'matches.xsd',
    'urn:oasis:names:tc:xliff:glossary:2.0': 'glossary.xsd',
    'urn:oasis:names:tc:xliff:metadata:2.0': 'metadata.xsd',
    'urn:oasis:names:tc:xliff:resourcedata:2.0': 'resource_data.xsd',
    'urn:oasis:names:tc:xliff:sizerestriction:2.0': 'size_restriction.xsd',
    'urn:oasis:names:tc:xliff:validation:2.0': 'validation.xsd',
    'urn:oasis:names:tc:xliff:fs:2.0': 'fs.xsd',
    'http://www.w3.org/2005/11/its': 'its.xsd',
    'urn:oasis:names:tc:xliff:itsm:2.1': 'itsm.xsd',
  };
  const imports = Object.entries(modules).map(
    ([namespace, file]) =>
      `<xs:import namespace="${namespace}" schemaLocation="${url(`xliff-2.1/${file}`)}"/>`,
  );
  const path = join(folder, 'xliff-2.1.xsd');
  writeFileSync(
    path,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
  );
  return path;
}

/** Where a schema names W3C's by its web address, our copy is meant. */
function catalog(folder: string): string {
  const path = join(folder, 'catalog.xml');
  writeFileSync(
    path,
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="http://www.w3.org/2001/xml.xsd" uri="${url('xliff-1.2/xml.xsd')}"/><uri name="http://www.w3.org/2001/xml.xsd" uri="${url('xliff-1.2/xml.xsd')}"/></catalog>`,
  );
  return path;
}

/** Which of the files a schema refuses. Throws when the validator did not judge each of them. */
export class Schemas {
  private readonly catalog: string;
  private readonly xliff2: string;

  constructor(folder: string) {
    this.catalog = catalog(folder);
    this.xliff2 = xliff2Schema(folder);
  }

  refusedByXliff2(files: readonly string[]): string[] {
    return this.xmllint(['--schema', this.xliff2], files);
  }

  refusedByXliff1(files: readonly string[]): string[] {
    const schema = join(data, 'xliff-1.2/xliff-core-1.2-transitional.xsd');
    return this.xmllint(['--schema', schema], files);
  }

  refusedByTmx(files: readonly string[]): string[] {
    return this.dtd(join(data, 'tmx/tmx14.dtd'), files);
  }

  refusedBySrx(files: readonly string[]): string[] {
    return this.xmllint(['--schema', join(data, 'srx/srx20.xsd')], files);
  }

  refusedByMartif(files: readonly string[]): string[] {
    return this.dtd(join(data, 'tbx/TBXcoreStructV02.dtd'), files);
  }

  refusedByTbx(files: readonly string[]): string[] {
    const schema = join(data, 'tbx/TBXcoreStructV03.rng');
    return files.filter((file) => program('jing', [schema, file]).status !== 0);
  }

  private xmllint(args: readonly string[], files: readonly string[]): string[] {
    const { said } = program('xmllint', ['--noout', '--nonet', ...args, ...files], {
      XML_CATALOG_FILES: this.catalog,
    });
    const judged = new Map<string, boolean>();
    for (const [, file = '', verdict] of said.matchAll(/^(.+?) (validates|fails to validate)$/gm)) {
      judged.set(file, verdict === 'validates');
    }
    const silent = files.filter((file) => !judged.has(file));
    if (silent.length > 0)
      throw new Error(`not judged: ${silent.join(', ')}\n${said.slice(0, 3000)}`);
    return files.filter((file) => judged.get(file) === false);
  }

  private dtd(dtd: string, files: readonly string[]): string[] {
    return files.filter(
      (file) => program('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, file]).status !== 0,
    );
  }
}
