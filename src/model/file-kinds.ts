// What files a customer may send. The one list: the store keeps these, the page without JavaScript and the widget ask for
// these, and a refusal names them. HEIC is not among them: its decoder is not free, so its position data could not be taken
// out. Safari makes JPEG of it where only these are asked for.

export type FileKind = 'jpg' | 'png' | 'webp' | 'gif' | 'pdf';

/** What the service itself makes of a letter, and sends; nobody may send these to us. */
export type MadeKind = 'pdf' | 'mp3' | 'brf' | 'txt';

export const madeContentTypes: Readonly<Record<MadeKind, string>> = {
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  // Braille Ready Format has no registered type; displays and embossers know it by its ending.
  brf: 'application/octet-stream',
  txt: 'text/plain; charset=utf-8',
};

export const contentTypes: Readonly<Record<FileKind, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
};

/** As people know them, the same in every language; the phrase says that a PDF is taken, too. */
export const pictureKinds = 'JPEG, PNG, WebP, GIF';
