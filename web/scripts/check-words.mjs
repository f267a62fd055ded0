#!/usr/bin/env node
// Holds that every word of the console stands in every language, with the same variables, in the right file, and is used.
// Prints one line a fault; exits 1 when there is any.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';

const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wordsFolder = join(root, 'src/words');
const sharedFolder = join(root, '../crates/server/locales');
const faults = [];

function variablesOf(pattern, found = new Set()) {
  if (Array.isArray(pattern)) for (const part of pattern) variablesOf(part, found);
  else if (pattern && typeof pattern === 'object') {
    if (pattern.type === 'var') found.add(pattern.name);
    else for (const part of Object.values(pattern)) variablesOf(part, found);
  }
  return found;
}

/** key -> {file, variables} of one catalogue file; lines that Fluent could not read are faults. */
function readCatalogue(path, into) {
  const text = readFileSync(path, 'utf8');
  const ids = [...text.matchAll(/^([a-z][a-zA-Z0-9_-]*) *=/gm)].map((match) => match[1]);
  const entries = new Map(new FluentResource(text).body.map((entry) => [entry.id, entry]));
  const name = relative(root, path);
  for (const id of ids) {
    if (!entries.has(id)) faults.push(`${name}: ${id} cannot be read as Fluent`);
    else if (into.has(id)) faults.push(`${name}: ${id} stands already in ${into.get(id).file}`);
    else into.set(id, { file: name, variables: [...variablesOf(entries.get(id).value)].sort().join(' ') });
  }
}

function readLanguage(language) {
  const words = new Map();
  const folder = join(wordsFolder, language);
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!file.endsWith('.ftl')) continue;
    const before = new Set(words.keys());
    readCatalogue(join(folder, file), words);
    const prefix = file.replace('.ftl', '-');
    for (const id of words.keys()) {
      if (!before.has(id) && !id.startsWith(prefix)) faults.push(`src/words/${language}/${file}: ${id} does not begin with ${prefix}`);
    }
  }
  return words;
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(entry.name) ? [path] : [];
  });
}

/** The text of the first argument of each call t(…), up to the comma or bracket that ends it. */
function firstArguments(text) {
  const found = [];
  for (const match of text.matchAll(/(?<![\w.$])t\(/g)) {
    let depth = 0;
    let index = match.index + match[0].length;
    const start = index;
    for (; index < text.length; index += 1) {
      const char = text[index];
      if ('([{'.includes(char)) depth += 1;
      else if (')]}'.includes(char)) {
        if (depth === 0) break;
        depth -= 1;
      } else if (char === ',' && depth === 0) break;
    }
    found.push(text.slice(start, index));
  }
  return found;
}

const catalogues = new Map(LANGUAGES.map((language) => [language, readLanguage(language)]));
const english = catalogues.get('en');
const shared = new Map();
readCatalogue(join(sharedFolder, 'en.ftl'), shared);

for (const [language, words] of catalogues) {
  for (const [id, { file, variables }] of english) {
    const other = words.get(id);
    if (!other) faults.push(`${language}: ${id} is missing (${file})`);
    else if (other.variables !== variables) faults.push(`${other.file}: ${id} has the variables {${other.variables}}, English has {${variables}}`);
  }
  for (const [id, { file }] of words) if (!english.has(id)) faults.push(`${file}: ${id} is not in English`);
}

const prefixes = new Set([...english.keys()].map((id) => id.split('-')[0]));
const literals = new Set();
const beginnings = new Set();
for (const path of sources(join(root, 'src'))) {
  const text = readFileSync(path, 'utf8');
  for (const match of text.matchAll(/['"`]([a-z]+-[a-zA-Z0-9-]+)['"`]/g)) literals.add(match[1]);
  for (const match of text.matchAll(/`([a-z]+-[a-zA-Z0-9-]*)\$\{/g)) beginnings.add(match[1]);
  for (const argument of firstArguments(text)) {
    for (const match of argument.matchAll(/['"`]([a-z]+(?:-[a-zA-Z0-9]+)+)['"`]/g)) {
      const id = match[1];
      const ours = prefixes.has(id.split('-')[0]) || shared.has(id) || argument.trim().startsWith(match[0]);
      if (ours && !english.has(id) && !shared.has(id)) faults.push(`${relative(root, path)}: t('${id}') has no words`);
    }
  }
}
for (const [id, { file }] of english) {
  const used = literals.has(id) || [...beginnings].some((beginning) => id.startsWith(beginning));
  if (!used) faults.push(`${file}: ${id} is used nowhere`);
}

// What the server names by a code is said in words here.
const openapi = JSON.parse(readFileSync(join(root, '../docs/openapi.json'), 'utf8'));
for (const code of openapi.components.schemas.Code.enum) {
  if (!english.has(`common-problem-code-${code}`)) faults.push(`the problem ${code} has no words`);
}
const reference = readFileSync(join(root, '../docs/src/reference/diagnostics.md'), 'utf8');
for (const [, code] of reference.matchAll(/^\| `([A-Z0-9-]+)` \|/gm)) {
  if (!english.has(`diagnostics-${code.toLowerCase()}`)) faults.push(`the diagnostic ${code} has no words`);
}

for (const fault of faults) console.error(fault);
console.log(`words: ${english.size} keys in ${LANGUAGES.length} languages, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
