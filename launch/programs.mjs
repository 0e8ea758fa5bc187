import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { platform, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { Stop } from './say.mjs';

/** Folders that are not on everybody's PATH. */
const furtherFolders = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/sbin',
  '/opt/homebrew/bin',
  '/usr/local/bin',
  '/usr/libexec',
];

/** The first of the named programs that is there. @param {readonly string[]} names */
export function find(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...furtherFolders];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  }
  return null;
}

const isRoot = () => platform() !== 'win32' && userInfo().uid === 0;
const canSudo = () =>
  find('sudo') !== null && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

/** What each system calls the packages. */
const packagesOf = {
  mariadb: { apt: 'mariadb-server', dnf: 'mariadb-server', brew: 'mariadb' },
  redis: { apt: 'redis-server', dnf: 'redis', brew: 'redis' },
  chromium: { apt: 'chromium', dnf: 'chromium', brew: 'chromium' },
  java: { apt: 'default-jre-headless', dnf: 'java-latest-openjdk-headless', brew: 'openjdk' },
  xmllint: { apt: 'libxml2-utils', dnf: 'libxml2', brew: 'libxml2' },
  jing: { apt: 'jing', dnf: 'jing', brew: 'jing-trang' },
  omegat: { apt: 'omegat', dnf: 'omegat', brew: 'omegat' },
  pocount: { apt: 'translate-toolkit', dnf: 'translate-toolkit', brew: 'translate-toolkit' },
};

/**
 * Installs what is missing with the system's packages, where that is possible without asking
 * for a password.
 * @param {readonly (keyof typeof packagesOf)[]} wanted
 * @throws Stop with the one command to run
 */
export function install(wanted) {
  if (wanted.length === 0) return;
  if (find('apt-get')) {
    const names = wanted.map((name) => packagesOf[name].apt);
    const script = `apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends ${names.join(' ')}`;
    if (isRoot()) return withoutAutostart(() => shell('sh', ['-c', script]));
    if (canSudo()) return shell('sudo', ['-n', 'sh', '-c', script]);
    throw missing(wanted, `sudo sh -c '${script}'`);
  }
  if (find('dnf')) {
    const names = wanted.map((name) => packagesOf[name].dnf);
    if (isRoot()) return shell('dnf', ['install', '-y', ...names]);
    if (canSudo()) return shell('sudo', ['-n', 'dnf', 'install', '-y', ...names]);
    throw missing(wanted, `sudo dnf install -y ${names.join(' ')}`);
  }
  throw missing(wanted, `brew install ${wanted.map((name) => packagesOf[name].brew).join(' ')}`);
}

/** @param {readonly string[]} wanted @param {string} command */
const missing = (wanted, command) =>
  new Stop(`This machine has no ${wanted.join(' and no ')}. Install with:\n\n  ${command}\n`);

/** @param {string} command @param {string[]} args */
function shell(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Stop(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/** The private servers need no public ones beside them. @param {() => void} work */
function withoutAutostart(work) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n');
    chmodSync(policy, 0o755);
  }
  try {
    work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
