// Files on their way: how far each message's have come, and the way to stop them. The browser's fetch tells nothing of it.

import type { Sender } from '../chat/direct-line.ts';

const stops = new Map<string, () => void>();

/** @param told a number from 0 to 100, each time that it has grown */
export const senderFor =
  (id: string, told: (percent: number) => void): Sender =>
  (url, { headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable) told(Math.floor((loaded / total) * 100));
      };
      request.onload = () =>
        resolve({
          ok: request.status >= 200 && request.status < 300,
          status: request.status,
          headers: { get: (name) => request.getResponseHeader(name) },
          json: async () => JSON.parse(request.responseText),
        });
      request.onerror = request.onabort = () => reject(new Error('The sending was cut off'));
      request.onloadend = () => stops.delete(id);
      stops.set(id, () => request.abort());
      signal.addEventListener('abort', () => request.abort());
      request.send(body);
    });

export const stopSending = (id: string): void => stops.get(id)?.();
