// As much of a browser's XMLHttpRequest as the Direct Line client (rxjs 5) uses, over fetch.

type Listener = ((event: unknown) => void) | null;

export class FetchedXmlHttpRequest {
  readyState = 0;
  status = 0;
  statusText = '';
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: Listener = null;
  ontimeout: Listener = null;
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #answer: Headers | undefined;
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#answer?.get(name) ?? null;
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string | FormData): void {
    const options = { method: this.#method, headers: this.#headers, signal: this.#abort.signal };
    fetch(this.#url, body === undefined || body === null ? options : { ...options, body })
      .then(async (answer) => {
        this.#answer = answer.headers;
        this.status = answer.status;
        const bytes = await answer.arrayBuffer();
        this.responseText = this.responseType === 'arraybuffer' ? '' : new TextDecoder().decode(bytes);
        this.response = this.#read(bytes);
      })
      .catch(() => {
        this.status = 0;
      })
      .finally(() => {
        this.readyState = 4;
        this.onreadystatechange?.call(this as never, {});
      });
  }

  #read(bytes: ArrayBuffer): unknown {
    if (this.responseType === 'arraybuffer') return bytes;
    if (this.responseType !== 'json') return this.responseText;
    try {
      return JSON.parse(this.responseText);
    } catch {
      return null;
    }
  }
}
