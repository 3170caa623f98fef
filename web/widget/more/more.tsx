// What the first answer does not need, in a script of its own that comes a moment after the chat is opened: photos, cards, settings, hours.
// Its styles and its English words come with it; the words of other languages are in one file with all others. Without it the chat
// works: nothing may wait for it.

import { moreEnglish } from 'doorstep:more-english';
import css from './more.css?inline';

export { Below } from './below.tsx';
export { DateAnswer } from './date-answer.tsx';
export { DeskLine } from './desk-line.tsx';
export { Dictate } from './dictate.tsx';
export { Extras } from './extras.tsx';
export { FilePick, PickedFiles } from './file-pick.tsx';
export { Settings } from './settings.tsx';
export { standings } from './standing.ts';
export { senderFor, stopSending } from './upload.ts';
export { UploadProgress } from './upload-progress.tsx';
export { Aloud } from './use-read-aloud.ts';
export { wrongAnswer } from './wrong-answer.ts';
export { css, moreEnglish as words };
