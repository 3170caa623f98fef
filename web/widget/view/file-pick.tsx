// Photos and documents to go with a message.

import { useRef, useState } from 'preact/hooks';
import { contentTypes, pictureKinds } from '../../../src/model/file-kinds.ts';
import { say, type Words } from '../words/say.ts';
import { AttachIcon, CloseIcon } from './icons.tsx';

export interface Picked {
  readonly files: readonly File[];
  readonly problem: string | undefined;
  add(list: FileList | null | undefined): void;
  remove(file: File): void;
  clear(): void;
}

/** The service checks again what a file is. */
const accepted = Object.values(contentTypes);
const megabytes = 10;
const filesAtOnce = 5;

export function useFiles(words: Words): Picked {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string>();
  return {
    files,
    problem,
    add(list) {
      const found = Array.from(list ?? []);
      const bad = found.map((file) => fault(file, words)).filter((words) => words !== undefined);
      const isMany = files.length + found.length - bad.length > filesAtOnce;
      setProblem(bad[0] ?? (isMany ? say(words, 'file-many', { count: filesAtOnce }) : undefined));
      setFiles([...files, ...found.filter((file) => fault(file, words) === undefined)].slice(0, filesAtOnce));
    },
    remove: (file) => setFiles(files.filter((other) => other !== file)),
    clear() {
      setFiles([]);
      setProblem(undefined);
    },
  };
}

function fault(file: File, words: Words): string | undefined {
  if (!accepted.includes(file.type)) return say(words, 'file-kind', { file: file.name, kinds: pictureKinds });
  if (file.size > megabytes * 1024 * 1024) return say(words, 'file-large', { file: file.name, megabytes });
  return undefined;
}

export function FilePick({
  picked,
  label,
  wanted,
}: {
  readonly picked: Picked;
  readonly label: string;
  readonly wanted: boolean;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        accept={accepted.join(',')}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          picked.add(currentTarget.files);
          // The same file may be taken again after it was removed.
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class={`icon attach${wanted ? ' wanted' : ''}`}
        aria-label={label}
        title={label}
        onClick={() => field.current?.click()}
      >
        <AttachIcon />
      </button>
    </>
  );
}

export function PickedFiles({ picked, words }: { readonly picked: Picked; readonly words: Words }) {
  if (picked.files.length === 0) return null;
  return (
    <ul class="picked">
      {picked.files.map((file) => (
        <li key={`${file.name} ${file.size}`}>
          <span dir="auto">{file.name}</span>
          <button
            type="button"
            class="icon"
            aria-label={say(words, 'remove-file', { file: file.name })}
            onClick={() => picked.remove(file)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
