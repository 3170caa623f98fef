// One message. Its text is text: nothing in it is read as markup.

import { pictureKinds } from '../../../src/model/file-kinds.ts';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry, FileLine } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { linkParts } from './link-parts.ts';

interface Props {
  readonly chat: Chat;
  readonly entry: Entry;
  readonly state: ChatState;
  /** The first of its sender's run: says who speaks, once. */
  readonly opensRun: boolean;
  /** How far it has come, in words. */
  readonly standing: string | undefined;
}

export function Message({ chat, entry, state, opensRun, standing }: Props) {
  const { words } = state;
  const { from, text, language, options, files, delivery } = entry;
  return (
    <li class={`message ${from}${delivery === 'failed' ? ' failed' : ''}`}>
      {opensRun && <p class="sender">{sender(entry, words)}</p>}
      {text !== '' && (
        <div class="text">
          <p lang={language} dir="auto">
            <Linked text={text} />
          </p>
        </div>
      )}
      {files.map((file) => (
        <FileShown key={file.url ?? file.name} file={file} words={words} />
      ))}
      {options.length > 0 && (
        <p class="unseen" lang={language}>
          {options.map(({ label }) => label).join('; ')}
        </p>
      )}
      {state.more && <state.more.Extras chat={chat} entry={entry} state={state} />}
      <Progress chat={chat} entry={entry} state={state} />
      {/* Told to who looks for it, read out to nobody. */}
      <p class="note" aria-live="off">
        {standing}
      </p>
    </li>
  );
}

function sender({ from, name }: Entry, words: Words): string {
  if (from === 'agent') return name === undefined ? say(words, 'agent-unnamed') : say(words, 'agent', { name });
  return say(words, from);
}

function Linked({ text }: { readonly text: string }) {
  return (
    <>
      {linkParts(text).map(({ words, href }) =>
        href === undefined ? (
          words
        ) : (
          <a key={href} href={href} rel="noopener noreferrer" dir={href.startsWith('tel:') ? 'ltr' : undefined}>
            {words}
          </a>
        ),
      )}
    </>
  );
}

function FileShown({ file, words }: { readonly file: FileLine; readonly words: Words }) {
  const { name, contentType, url } = file;
  const isPhoto = contentType.startsWith('image/');
  const label = say(words, isPhoto ? 'photo' : 'file', { file: name });
  if (url === undefined || !/^https?:/.test(url)) return <p class="file">{label}</p>;
  return (
    <p class="file">
      <a href={url} target="_blank" rel="noopener noreferrer">
        {isPhoto ? <img src={url} alt={label} loading="lazy" /> : label}
      </a>
    </p>
  );
}

type Parts = Pick<Props, 'chat' | 'entry' | 'state'>;

function Progress({ chat, entry, state }: Parts) {
  const { words, more } = state;
  const { delivery, problem, key, files } = entry;
  if (delivery === 'sent') return null;
  if (delivery === 'sending' && files.length > 0 && more)
    return <more.UploadProgress chat={chat} entry={entry} state={state} />;
  if (delivery !== 'failed') return <p class="note">{say(words, delivery)}</p>;
  const about = { limit: 20_000, megabytes: 10, kinds: pictureKinds, file: files[0]?.name ?? '' };
  return (
    <div class="note problem">
      <p>{say(words, problem ?? 'failed', about)}</p>
      <button type="button" class="small" onClick={() => chat.retry(key)}>
        {say(words, 'retry')}
      </button>
      <button type="button" class="small" onClick={() => chat.discard(key)}>
        {say(words, 'discard')}
      </button>
    </div>
  );
}
