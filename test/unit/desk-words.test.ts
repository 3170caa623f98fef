// The desk's own words in English and Welsh. That a missing one does not compile is the compiler's; what it cannot see is here.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { welsh } from '../../web/desk/src/words/welsh/welsh.ts';

const desk = join(import.meta.dirname, '../../web/desk/src');
const pages = readdirSync(desk, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('welsh'),
);
const slots = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([slot]) => slot).toSorted();
const catalogue = Object.entries(welsh);

describe("the words of the agents' desk", () => {
  it('fill in the same things in Welsh as in English', () => {
    const unlike = catalogue.filter(([english, cymraeg]) => {
      return new Set(slots(english)).symmetricDifference(new Set(slots(cymraeg))).size > 0;
    });

    expect(catalogue).to.have.lengthOf.above(400);
    expect(unlike).to.deep.equal([]);
  });

  it('have no straight quotes and no empty words', () => {
    expect(catalogue.filter(([, cymraeg]) => /['"]/.test(cymraeg) || cymraeg.trim() === '')).to.deep.equal([]);
  });

  it('stand on no page in English alone', () => {
    const bare = pages.flatMap((file) => bareIn(file, readFileSync(join(desk, file), 'utf8')));

    expect(bare).to.deep.equal([]);
  });

  it('would be found in English alone: in marks, names and hints, in choices and templates, and beside them', () => {
    const found = bareIn(
      'page.tsx',
      `const hint = late ? \`Its review is overdue since \${day}\` : 'Not in the catalogue';
       const asked = { label: 'Change', options: [['', 'As it never is']], name: named(table, 'change') };
       const page = <Field label={isNew ? 'Reads' : t('Speaks')} aria-label={\`Read: \${t('Title')}\`}>
         Last payment {day}: <b title="Note">{isOpen ? 'Hide them' : t('Read')}</b> · {name}, {\`1px solid \${red}\`}
       </Field>;`,
    );

    expect(found.map((each) => each.replace('page.tsx: ', ''))).to.have.members([
      'Its review is overdue since',
      'Not in the catalogue',
      'Change',
      'As it never is',
      'Reads',
      'Read:',
      'Last payment',
      'Note',
      'Hide them',
    ]);
  });
});

/** The names of keys are on the keys, and a reference is one in any language. */
const inNoLanguage = ['Control + Enter', 'CMP-1234567'];

function bareIn(file: string, code: string): readonly string[] {
  const page = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    for (const words of wordsAt(node)) found.add(words.trim());
    ts.forEachChild(node, look);
  };
  look(page);
  return [...found].filter((words) => !inNoLanguage.includes(words)).map((words) => `${file}: ${words}`);
}

const ofFields = ['label', 'hint', 'button'];
const ofMarks = [...ofFields, 'aria-label', 'title', 'placeholder', 'alt', 'nothing', 'nobody'];

/** What people would read there that does not come through the catalogue. A word that is in it may stand in a table of names. */
function wordsAt(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return [node.text].filter(isWords);
  if (ts.isJsxAttribute(node))
    return ofMarks.includes(node.name.getText()) ? said(node.initializer).filter(isWords) : [];
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) ? [] : said(node.expression).filter(isWords);
  if (ts.isPropertyAssignment(node) && ofFields.includes(node.name.getText()))
    return said(node.initializer).filter(isWords);
  if (ts.isStringLiteralLike(node)) return [node.text].filter((text) => isSentence(text) && isUnknown(text));
  return ts.isTemplateExpression(node) ? said(node).filter(isSentence) : [];
}

const isWords = (text: string) => /\p{L}{2}/u.test(text) && !/^\d+px /.test(text.trim());
const isUnknown = (text: string) => isWords(text) && !Object.hasOwn(welsh, text);
const isSentence = (text: string) => /^\p{Lu}\p{Ll}*[:,]? \p{L}?/u.test(text) || /^,? \p{Ll}+ $/u.test(text);

/** The strings that an expression may come to, but for what it calls. */
function said(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...said(node.whenTrue), ...said(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return isChoice(node) ? [...said(node.left), ...said(node.right)] : [];
  return ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) ? said(node.expression) : [];
}

function isChoice({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken } = ts.SyntaxKind;
  return [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken].some((each) => each === kind);
}
