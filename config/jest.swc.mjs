/** How jest compiles TypeScript: to CommonJS, as the stack's ESM-only packages are too. */
export const swcForJest = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** npm packages that ship or import ES modules only and so must be compiled for jest's CommonJS loader. */
const esmOnly = [
  '@nestjs',
  '@fastify/cookie',
  'cookie',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'typeorm',
  'uuid',
  'parse5',
  'entities',
  'marked',
  'content-disposition',
  'feedsmith',
  'fast-xml-parser',
  'preact',
  'preact-render-to-string',
];

export const base = {
  rootDir: '..',
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@desk/published-pages$': '<rootDir>/libs/publishing/src/published-pages.ts',
    '^@desk/public-page$': '<rootDir>/libs/publishing/src/page/index.ts',
    '^@desk/config$': '<rootDir>/config/index.ts',
    '^@desk/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest', swcForJest] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
