// Makes src/api/schema.d.ts from the API's OpenAPI document; with --check only says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../docs/openapi.json', import.meta.url);
const types = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Made by `npm run types` from docs/openapi.json. Do not edit.\n\n';

const made = head + astToString(await openapiTS(document, { defaultNonNullable: false }));
if (!process.argv.includes('--check')) {
  await writeFile(types, made);
} else if ((await readFile(types, 'utf8').catch(() => '')) !== made) {
  console.error('src/api/schema.d.ts is not what docs/openapi.json says; run `npm run types`');
  process.exit(1);
}
