// One WebSocket from its opening to its end.

export interface Socket {
  /** Settles when it is closed: whether it had ever been open. */
  readonly ended: Promise<boolean>;
  /** Closes it when it has been silent for longer than `ms`. */
  closeIfSilent(ms: number): void;
  close(): void;
}

const keepAliveMs = 20_000;
/** A socket that says nothing for so long is dead, whatever the browser believes: the service says something every 30 s. */
const deadMs = 70_000;

export function openSocket(
  url: string,
  on: { readonly open: () => void; readonly frame: (text: string) => void },
): Socket {
  const socket = new WebSocket(url);
  let opened = false;
  let lastHeardAt = Date.now();
  let settle: (opened: boolean) => void = () => {};
  const ended = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const close = () => {
    clearInterval(beat);
    socket.onopen = socket.onclose = socket.onerror = socket.onmessage = null;
    socket.close();
    settle(opened);
  };
  const closeIfSilent = (ms: number) => {
    if (Date.now() - lastHeardAt > ms) close();
  };
  const beat = setInterval(() => {
    closeIfSilent(deadMs);
    if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, keepAliveMs);
  socket.onopen = () => {
    opened = true;
    on.open();
  };
  socket.onmessage = ({ data }) => {
    lastHeardAt = Date.now();
    if (typeof data === 'string' && data !== '') on.frame(data);
  };
  socket.onclose = socket.onerror = close;
  return { ended, closeIfSilent, close };
}
