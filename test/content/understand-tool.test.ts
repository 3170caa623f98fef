import { spawnSync } from 'node:child_process';
import { expect } from 'chai';

/** What `npm run -s understand` prints for these lines, one object a line. */
function understood(...lines: readonly string[]) {
  const { stdout } = spawnSync(process.execPath, ['tools/understand.ts'], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('what a message means, asked from outside', function () {
  this.timeout(180_000);

  it('is told a line, with the details that the words hold', () => {
    const [repair, number, nonsense, last] = understood(
      JSON.stringify({ text: 'My tenancy is TEN-100102, the kitchen tap drips, ring 07700 900123, AW1 4QE' }),
      JSON.stringify({ text: '1' }),
      'no json at all',
      JSON.stringify({ text: 'czuć gaz w kuchni', language: 'pl' }),
    );

    expect(repair).to.have.all.keys('enquiry', 'confidence', 'also', 'urgent', 'language', 'slots');
    expect(repair.slots).to.include({
      reference: 'TEN-100102',
      phone: '+447700900123',
      postcode: 'AW1 4QE',
      room: 'kitchen',
      trade: 'plumbing',
    });
    expect(number).to.include({ enquiry: 'none', confidence: 0 });
    expect(nonsense).to.have.all.keys('error');
    expect(last).to.deep.include({ enquiry: 'emergency.gas', urgent: ['emergency.gas'], language: 'pl' });
  });
});
