import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent } from '../../src/content/load-content.ts';
import { copyOfContent } from '../support/content-root.ts';

describe('content that passed its checks', () => {
  let root: string;

  beforeEach(() => {
    root = copyOfContent();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const kept = () => readdirSync(join(root, 'build')).map((file) => join(root, 'build', file));
  const whole = () => {
    const { playbook, landlord, rules, support, words, examples } = loadContent(root, 'demo');
    return { playbook: [...playbook], landlord, rules, support, examples, said: words('talk', 'cy') };
  };
  const rewrite = (file: string, change: (text: string) => string) => {
    const path = join(root, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };

  it('is the same when it is taken from what is kept, which the files need not be read for', () => {
    const first = whole();
    const [file = ''] = kept();
    const data = JSON.parse(readFileSync(file, 'utf8'));
    data['locales/cy/talk.yaml'].menu = 'only in what is kept';
    writeFileSync(file, JSON.stringify(data));

    const second = whole();
    expect(second.said.menu).to.equal('only in what is kept');
    expect({ ...second, said: first.said }).to.deep.equal(first);
  });

  it('is read anew when a file changes, and one is kept for each landlord', () => {
    whole();
    loadContent(root, 'whg');
    rewrite('locales/cy/talk.yaml', (text) => text.replace(/^menu: .*$/m, 'menu: "Sut gallwn ni helpu heddiw?"'));

    expect(whole().said.menu).to.equal('Sut gallwn ni helpu heddiw?');
    expect(kept()).to.have.length(2);
  });

  it('is checked again when a file changes, and a fault stops the start each time', () => {
    whole();
    rewrite('dialogs/talk/goodbye.yaml', (text) => text.replace('not_due: answered', 'not_due: answerd'));

    for (const _ of [1, 2]) expect(() => whole()).to.throw('answerd, which is no step');
  });

  it('is read anew when what was kept was cut short', () => {
    const first = whole();
    const [file = ''] = kept();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 1_000));

    expect(whole()).to.deep.equal(first);
  });
});
