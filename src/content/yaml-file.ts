// A YAML file that knows on which line each of its values stands.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { didYouMean, type Fault } from './fault.ts';

export interface YamlFile {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly data: unknown;
  readonly faults: readonly Fault[];
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Where content is read from: the files themselves, or what is kept of them. */
export interface YamlFiles {
  /** The folder that `dialogs/`, `locales/` and `landlords/` lie in. */
  readonly root: string;
  read(path: string): YamlFile;
}

export function filesIn(root: string): YamlFiles {
  return { root, read: (path) => readYaml(root, path) };
}

function readYaml(root: string, path: string): YamlFile {
  const lines = new LineCounter();
  const file = relative(root, path);
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `not readable as YAML: ${error.message}`,
  }));
  const lineOf = (wanted: readonly PropertyKey[]): number | undefined => {
    for (let length = wanted.length; length >= 0; length -= 1) {
      const node = document.getIn(wanted.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  return { file, data: faults.length > 0 ? undefined : document.toJS(), faults, lineOf };
}

/** The value in the shape of the schema, or every fault with its line. */
export function parseWith<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
): { readonly value?: z.infer<Schema>; readonly faults: readonly Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults };
  const parsed = schema.safeParse(yaml.data);
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          file: yaml.file,
          line: yaml.lineOf([...issue.path, key]),
          message: `${[...issue.path, key].join('.')}: there is no such setting.${didYouMean(key, keysAt(schema, issue.path))}`,
        }))
      : [
          {
            file: yaml.file,
            line: yaml.lineOf(issue.path),
            message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
          },
        ],
  );
  return { faults };
}

/** What may stand at a place of the file, as far as the schema tells. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let node = bare(schema);
  for (const step of path) {
    if (node instanceof z.ZodObject) node = bare(node.shape[String(step)]);
    else if (node instanceof z.ZodArray) node = bare(node.element);
    else if (node instanceof z.ZodRecord) node = bare(node.valueType);
  }
  return node instanceof z.ZodObject ? Object.keys(node.shape) : [];
}

function bare(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return isWrapped ? bare(schema.unwrap()) : schema;
}
