import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { openFileStore } from '../../src/channels/web-chat/files/file-store.ts';
import { ask, type Door, makeToken, openDoor } from '../support/web-chat-door.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A photograph, 60 wide and 20 high, lying on its side, taken at a known place by a known telephone. */
function photograph() {
  return sharp({ create: { width: 60, height: 20, channels: 3, background: '#a33' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone', Copyright: 'Ada Tenant', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A whole black picture, `edge` wide and high, at one bit a point: small to send, large to open. */
function emptyPng(edge: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  const chunk = (name: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const rows = deflateSync(Buffer.alloc((Math.ceil(edge / 8) + 1) * edge));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a file sent in the chat', () => {
  let door: Door;
  let token: string;
  let conversationId: string;

  const form = (activity: unknown, files: readonly { bytes: Buffer; type: string; name: string }[]) => {
    const body = new FormData();
    if (activity !== undefined) {
      body.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    }
    for (const { bytes, type, name } of files) body.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return body;
  };
  const upload = (body: unknown, headers = {}) => {
    const url = `${door.directLine}/conversations/${conversationId}/upload?userId=dl_tester`;
    return ask(url, { method: 'POST', token, body, headers });
  };
  const shown = async () => {
    const { body } = await ask(`${door.directLine}/conversations/${conversationId}/activities`, { token });
    return body.activities.at(-1);
  };

  beforeEach(async () => {
    door = await openDoor();
    ({ token, conversationId } = await makeToken(door));
  });
  afterEach(async () => {
    expect(door.reported).to.deep.equal([]);
    await door.close();
  });

  it('loses where and with what it was taken, and stands upright', async () => {
    const bytes = await photograph();
    const before = await sharp(bytes).metadata();
    expect(before.exif?.toString('latin1')).to.include('SecretPhone');

    const sent = await upload(
      form({ type: 'message', text: 'the wall' }, [{ bytes, type: 'image/jpeg', name: 'IMG 1.JPG' }]),
    );

    expect(sent.body).to.deep.equal({ id: `${conversationId}|0000001` });
    const { text, attachments, channelData } = await shown();
    const fetched = Buffer.from(await (await fetch(attachments[0].contentUrl)).arrayBuffer());
    const after = await sharp(fetched).metadata();
    expect(text).to.equal('the wall');
    expect(attachments[0]).to.include({ contentType: 'image/jpeg', name: 'IMG 1.jpg' });
    expect(channelData.attachmentSizes).to.deep.equal([fetched.length]);
    expect(after).to.include({ width: 20, height: 60 });
    expect([after.exif, after.xmp, after.iptc, after.orientation]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(fetched.toString('latin1')).not.to.match(/SecretPhone|Ada Tenant|GPS|Exif/);
    const [name = ''] = await door.storedFiles();
    expect((await readFile(join(door.folder, name))).equals(fetched)).to.equal(true);
  });

  it('may be any kind that we take, several at once, with no words', async () => {
    const picture = sharp({ create: { width: 5_000, height: 10, channels: 3, background: '#a33' } });
    const files = [
      { bytes: await picture.clone().png().toBuffer(), type: 'image/png', name: 'a.png' },
      { bytes: await picture.clone().webp().toBuffer(), type: 'image/jpeg', name: 'b.jpg' },
      { bytes: await picture.clone().gif().toBuffer(), type: '', name: 'c' },
      { bytes: pdf, type: 'application/pdf', name: 'Umowa – „najem”.pdf' },
    ];

    const sent = await upload(form({ type: 'message' }, files));

    expect(sent.status).to.equal(200);
    const { attachments } = await shown();
    expect(
      attachments.map(({ contentType, name }: { contentType: string; name: string }) => [contentType, name]),
    ).to.deep.equal([
      ['image/png', 'a.png'],
      ['image/webp', 'b.webp'],
      ['image/gif', 'c.gif'],
      ['application/pdf', 'Umowa – „najem”.pdf'],
    ]);
    const first = Buffer.from(await (await fetch(attachments[0].contentUrl)).arrayBuffer());
    expect((await sharp(first).metadata()).width).to.equal(4096);
  });

  it('is served so that a browser can only show or save it', async () => {
    await upload(form(undefined, [{ bytes: pdf, type: 'application/pdf', name: 'a"b\r\n<ö>.pdf' }]));
    const { contentUrl } = (await shown()).attachments[0];

    const served = await ask(contentUrl);

    expect(served.status).to.equal(200);
    expect(served.headers.get('content-type')).to.equal('application/pdf');
    expect(served.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(served.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
    expect(served.headers.get('content-disposition')).to.match(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.-]+$/,
    );
    expect(served.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(served.headers.get('cache-control')).to.match(/^private/);
  });

  it('is not served without its link, with another’s, or with an old one', async () => {
    await upload(form(undefined, [{ bytes: pdf, type: 'application/pdf', name: 'a.pdf' }]));
    await upload(form(undefined, [{ bytes: await photograph(), type: 'image/jpeg', name: 'b.jpg' }]));
    const link = new URL((await shown()).attachments[0].contentUrl);
    const other = (await door.storedFiles()).find((name) => name.endsWith('.pdf'));

    expect((await ask(`${door.url}${link.pathname}`)).status).to.equal(403);
    expect((await ask(`${door.url}${link.pathname}?t=x.y.z`)).status).to.equal(403);
    expect((await ask(`${door.url}${link.pathname}?t[]=x`)).status).to.equal(403);
    expect((await ask(`${door.url}/files/${other}${link.search}`)).status).to.equal(403);
    expect((await ask(link.href)).status).to.equal(200);
    door.clock.now = new Date(door.clock.now.getTime() + 3_600_000);
    expect((await ask(link.href)).status).to.equal(403);
  });

  it('cannot be asked for by a path', async () => {
    await writeFile(join(door.folder, '..', 'doorstep-secret.txt'), 'secret');
    await writeFile(join(door.folder, 'plain.txt'), 'secret');
    for (const id of [
      '..%2fdoorstep-secret.txt',
      '..%5c..%5cdoorstep-secret.txt',
      '%2e%2e%2fdoorstep-secret.txt',
      '..%00.jpg',
      'plain.txt',
      '%2fetc%2fpasswd',
      `${'0'.repeat(32)}.jpg`,
      `${'0'.repeat(32)}.jpg%00`,
      'a'.repeat(5_000),
    ]) {
      const answer = await ask(`${door.url}/files/${id}?t=x`);
      expect(answer.status, id).to.equal(404);
      expect(JSON.stringify(answer.body)).not.to.include('secret');
    }
    await rm(join(door.folder, '..', 'doorstep-secret.txt'));
  });

  it('is refused when it is not what it says or of no kind that we take, and nothing of the message stays', async () => {
    const good = { bytes: await photograph(), type: 'image/jpeg', name: 'good.jpg' };
    const whole = await photograph();
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    for (const bad of [
      { bytes: page, type: 'image/jpeg', name: 'photo.jpg' },
      { bytes: svg, type: 'image/svg+xml', name: 'photo.svg' },
      { bytes: Buffer.from('MZ\x90\x00 this program'), type: 'image/png', name: 'photo.png' },
      { bytes: pdf, type: 'image/png', name: 'photo.png' },
      { bytes: whole, type: 'application/pdf', name: 'letter.pdf' },
      { bytes: whole, type: 'text/html', name: 'photo.html' },
      { bytes: Buffer.concat([whole.subarray(0, 30), page]), type: 'image/jpeg', name: 'broken.jpg' },
      { bytes: whole.subarray(0, Math.floor(whole.length / 2)), type: 'image/jpeg', name: 'half.jpg' },
      { bytes: Buffer.alloc(0), type: 'image/jpeg', name: 'empty.jpg' },
      { bytes: Buffer.from('just words'), type: 'text/plain', name: 'notes.txt' },
    ]) {
      const answer = await upload(form({ type: 'message', text: 'look' }, [good, bad]));
      expect(answer.body, bad.name).to.include({
        status: 415,
        type: 'https://doorstep.example/problems/file-not-taken',
      });
    }
    expect(await door.storedFiles()).to.deep.equal([]);
    expect(door.accepted).to.deep.equal([]);
  });

  it('is refused when it would fill our memory', async () => {
    const bomb = emptyPng(12_000);
    expect(bomb.length).to.be.below(100_000);

    expect(
      (await upload(form(undefined, [{ bytes: emptyPng(900), type: 'image/png', name: 'fine.png' }]))).status,
    ).to.equal(200);
    expect((await upload(form(undefined, [{ bytes: bomb, type: 'image/png', name: 'bomb.png' }]))).status).to.equal(
      415,
    );
  });

  it('is refused when it is too large, or there are too many', async () => {
    const large = {
      bytes: Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]),
      type: 'application/pdf',
      name: 'large.pdf',
    };
    const small = { bytes: pdf, type: 'application/pdf', name: 'small.pdf' };

    expect((await upload(form(undefined, [large]))).status).to.equal(413);
    expect((await upload(form(undefined, Array(6).fill(small)))).status).to.equal(400);
    expect((await upload(form(undefined, Array(9).fill(small)))).status).to.equal(400);
    expect(await door.storedFiles()).to.deep.equal([]);
  });

  it('is refused when the upload is no upload', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await upload({ type: 'message', text: 'x' })).status).to.equal(415);
    expect((await upload('nothing', { 'content-type': 'multipart/form-data' })).status).to.equal(400);
    expect(
      (await upload('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf', type)).status,
    ).to.equal(400);
    expect((await upload('--x\r\nnonsense', type)).status).to.equal(400);
    expect((await upload(form({ type: 'message' }, []))).status).to.equal(400);
    expect((await upload(form({ type: 9 }, [{ bytes: pdf, type: '', name: 'a' }]))).status).to.equal(400);
    expect((await upload(form({ type: 'message', text: 'x'.repeat(20_001) }, []))).status).to.equal(413);
    const broken = new FormData();
    broken.append('activity', '{"type":');
    expect((await upload(broken)).status).to.equal(400);
    expect(await door.storedFiles()).to.deep.equal([]);
  });

  it('may come with an activity in a plain field, or with words alone', async () => {
    const body = new FormData();
    body.append('activity', JSON.stringify({ type: 'message', text: 'words' }));

    expect((await upload(body)).status).to.equal(200);
    expect(door.accepted[0]).to.include({ text: 'words' });
  });

  it('is taken away again when its message cannot be saved', async () => {
    const body = () =>
      form({ type: 'message', channelData: { clientActivityID: 'c-1' } }, [{ bytes: pdf, type: '', name: 'a.pdf' }]);
    door.fail.save = true;

    const failed = await upload(body());
    const left = await door.storedFiles();
    door.fail.save = false;
    const again = await upload(body());

    expect([failed.status, left, again.status]).to.deep.equal([503, [], 200]);
    expect(await door.storedFiles()).to.have.length(1);
    door.reported.length = 0;
  });

  it('is kept once when its message is sent again, whatever comes with the repeat', async () => {
    const body = (bytes: Buffer) =>
      form({ type: 'message', channelData: { clientActivityID: 'c-1' } }, [{ bytes, type: '', name: 'a.pdf' }]);

    const first = await upload(body(pdf));
    const [stored] = await door.storedFiles();
    const repeat = await upload(body(pdf));
    const forged = await upload(body(Buffer.concat([pdf, Buffer.from('other')])));

    expect(repeat.body).to.deep.equal(first.body);
    expect(forged.body).to.deep.equal(first.body);
    expect(await door.storedFiles()).to.deep.equal([stored]);
    expect((await ask((await shown()).attachments[0].contentUrl)).status).to.equal(200);
  });

  it('stays when a repeat of its message cannot be saved', async () => {
    const body = () =>
      form({ type: 'message', channelData: { clientActivityID: 'c-1' } }, [{ bytes: pdf, type: '', name: 'a' }]);
    await upload(body());
    door.fail.save = true;

    expect((await upload(body())).status).to.equal(503);

    expect(await door.storedFiles()).to.have.length(1);
    door.reported.length = 0;
  });

  it('is dropped with an activity that nobody keeps', async () => {
    const sent = await upload(form({ type: 'conversationUpdate' }, [{ bytes: pdf, type: '', name: 'a.pdf' }]));

    expect(sent.status).to.equal(200);
    expect(await door.storedFiles()).to.deep.equal([]);
  });
});

describe('the folder of files', () => {
  it('is cleared of what a killed process left half-written, and of nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
    await writeFile(join(folder, 'old.part'), 'x');
    await utimes(join(folder, 'old.part'), new Date(0), new Date(0));
    await writeFile(join(folder, 'new.part'), 'x');
    await writeFile(join(folder, `${'0'.repeat(32)}.pdf`), pdf);

    const files = await openFileStore(folder);

    const names = ['old.part', 'new.part', `${'0'.repeat(32)}.pdf`];
    const there = await Promise.all(
      names.map((name) =>
        readFile(join(folder, name)).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(there).to.deep.equal([false, true, true]);
    expect(await files.find(`${'0'.repeat(32)}.pdf`)).to.include({ contentType: 'application/pdf', bytes: pdf.length });
    await rm(folder, { recursive: true });
  });
});
