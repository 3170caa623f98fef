/** A speech bubble in a box of 24 by 24: drawn by the launcher, which has no Preact, and by the chat. */
export const chatPath = 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z';
