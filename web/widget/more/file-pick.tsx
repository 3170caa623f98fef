// Photos and documents to go with a message: picked, pasted or dropped.

import { useEffect, useRef } from 'preact/hooks';
import { contentTypes, pictureKinds } from '../../../src/model/file-kinds.ts';
import { CloseIcon } from '../view/icons.tsx';
import { say, type Words } from '../words/say.ts';

/** Held by the composer, which sends them. */
export interface Picked {
  readonly files: readonly File[];
  readonly problem?: string | undefined;
}

interface Props {
  readonly picked: Picked;
  readonly put: (picked: Picked) => void;
  readonly words: Words;
}

/** The service checks again what a file is. */
const accepted = Object.values(contentTypes);
const megabytes = 10;
const filesAtOnce = 5;

function withMore({ files }: Picked, list: FileList | null | undefined, words: Words): Picked {
  const found = Array.from(list ?? []);
  const bad = found.map((file) => fault(file, words)).filter((words) => words !== undefined);
  const isMany = files.length + found.length - bad.length > filesAtOnce;
  return {
    problem: bad[0] ?? (isMany ? say(words, 'file-many', { count: filesAtOnce }) : undefined),
    files: [...files, ...found.filter((file) => fault(file, words) === undefined)].slice(0, filesAtOnce),
  };
}

function fault(file: File, words: Words): string | undefined {
  if (!accepted.includes(file.type)) return say(words, 'file-kind', { file: file.name, kinds: pictureKinds });
  if (file.size > megabytes * 1024 * 1024) return say(words, 'file-large', { file: file.name, megabytes });
  return undefined;
}

/** @param wanted a photo is what was asked for */
export function FilePick({ picked, put, words, wanted }: Props & { readonly wanted: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const now = useRef((_: FileList | null | undefined) => {});
  now.current = (list) => put(withMore(picked, list, words));
  useEffect(() => {
    const form = field.current?.form;
    const pasted = ({ clipboardData }: ClipboardEvent) =>
      clipboardData?.files.length && now.current(clipboardData.files);
    const dropped = ({ dataTransfer }: DragEvent) => now.current(dataTransfer?.files);
    form?.addEventListener('paste', pasted);
    form?.addEventListener('drop', dropped);
    return () => {
      form?.removeEventListener('paste', pasted);
      form?.removeEventListener('drop', dropped);
    };
  }, []);
  const label = say(words, wanted ? 'answer-photo' : 'attach');
  return (
    <>
      <input
        ref={field}
        type="file"
        accept={accepted.join(',')}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          now.current(currentTarget.files);
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

// biome-ignore-start lint/a11y/noSvgWithoutTitle: hidden from assistive technology; the button that it stands in has a name
/** A camera. */
const AttachIcon = () => (
  <svg viewBox="0 0 24 24" aria-hidden focusable="false" fill="none" stroke="currentColor" stroke-width="2">
    <path
      d="M3 8a2 2 0 0 1 2-2h2.5l1.5-2h6l1.5 2H19a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2Z"
      stroke-linejoin="round"
    />
    <circle cx="12" cy="12.5" r="3.5" />
  </svg>
);
// biome-ignore-end lint/a11y/noSvgWithoutTitle: see above

export function PickedFiles({ picked: { files }, put, words }: Props) {
  if (files.length === 0) return null;
  return (
    <ul class="picked">
      {files.map((file) => (
        <li key={`${file.name} ${file.size}`}>
          <span dir="auto">{file.name}</span>
          <button
            type="button"
            class="icon"
            aria-label={say(words, 'remove-file', { file: file.name })}
            onClick={() => put({ files: files.filter((other) => other !== file) })}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
