// What few people open, in a script of its own that is fetched when somebody does: settings, reading aloud. Its styles and its
// English words come with it; the words of other languages are in one file with all others.

import { moreEnglish } from 'doorstep:more-english';
import css from './more.css?inline';

export { Card } from './card.tsx';
export { DateAnswer } from './date-answer.tsx';
export { ReadAloud } from './read-aloud.tsx';
export { Settings } from './settings.tsx';
export { uploader } from './upload.ts';
export { UploadProgress } from './upload-progress.tsx';
export { Aloud } from './use-read-aloud.ts';
export { wrongAnswer } from './wrong-answer.ts';
export { css, moreEnglish as words };
