// What files a customer may send. The one list: the store keeps these, the page without JavaScript and the widget ask for
// these, and a refusal names them. HEIC is not among them: its decoder is not free, so its position data could not be taken
// out. Safari makes JPEG of it where only these are asked for.

export type FileKind = 'jpg' | 'png' | 'webp' | 'gif' | 'pdf';

export const contentTypes: Readonly<Record<FileKind, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
};

/** As people know them, the same in every language; the phrase says that a PDF is taken, too. */
export const pictureKinds = 'JPEG, PNG, WebP, GIF';
