// One message. Its text is text: nothing in it is read as markup.

import { pictureKinds } from '../../../src/model/file-kinds.ts';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry, FileLine } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { timeWords } from '../words/time.ts';
import { linkParts } from './link-parts.ts';
import type { Standing } from './standing.ts';

interface Props {
  readonly chat: Chat;
  readonly entry: Entry;
  readonly state: ChatState;
  /** The first of its sender's run: says who speaks, once. */
  readonly opensRun: boolean;
  readonly standing: Standing | undefined;
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
      <Extras chat={chat} entry={entry} state={state} />
      <Origin entry={entry} words={words} />
      <Progress chat={chat} entry={entry} state={state} />
      {/* Told to who looks for it, read out to nobody. */}
      <p class="note" aria-live="off">
        {standing === 'sent'
          ? say(words, 'sent-at', { time: timeWords(new Date(entry.at), state.language.tag) })
          : standing && say(words, standing)}
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

/** A machine's translation says so, and the own words are beside it. */
function Origin({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const { machine, original } = entry;
  if (original === undefined) return machine ? <p class="note">{say(words, 'machine')}</p> : null;
  return (
    <details class="note">
      <summary>{say(words, machine ? 'machine' : 'original')}</summary>
      <p lang={original.language} dir="auto">
        {original.text}
      </p>
    </details>
  );
}

type Parts = Pick<Props, 'chat' | 'entry' | 'state'>;

const moreOf = ({ more }: ChatState) => (more === 'away' ? undefined : more);

/** What comes with the third script. */
function Extras({ chat, entry, state }: Parts) {
  const more = moreOf(state);
  if (more === undefined || entry.from === 'you') return null;
  return (
    <>
      {entry.card && <more.Card chat={chat} entry={entry} />}
      {state.measure.aloud && <more.ReadAloud entry={entry} state={state} />}
    </>
  );
}

function Progress({ chat, entry, state }: Parts) {
  const { words } = state;
  const more = moreOf(state);
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
