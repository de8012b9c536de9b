import { expect, test } from 'vitest';
import { indexedForms, levelled } from '../../src/text/script-forms.ts';
import { tokenAliases } from '../../src/search/record/search-record.ts';
import { foldWord } from '../../src/search/record/words.ts';

test('levelled() writes raised and lowered letters and figures as they are typed, but none behind a figure', () => {
  expect(['CO₂', 'm²', 'm^2', '(NH₄)₂SO₄', '¹/₂', 'PM₂.₅', '²³⁵U', 'Vₘₐₓ', 'Resource¹', '1ˢᵗ'].map(levelled)).toEqual([
    'CO2',
    'm2',
    'm^2',
    '(NH4)2SO4',
    '1/2',
    'PM2ˑ5',
    '235U',
    'Vmax',
    'Resource1',
    '1st',
  ]);
  expect(
    ['10⁶', '10^6', '10^(-6)', '$5¹', '5¹/₂', '(5)²', '5%¹', '5₂', '1.5×10^6', '5ᵃ', '10^0.5'].map(levelled),
  ).toEqual(['10⁶', '10⁶', '10⁻⁶', '$5¹', '5¹/₂', '(5)²', '5%¹', '5₂', '1ˑ5×10⁶', '5ᵃ', '10⁰.⁵']);
});

test('levelled() makes a letter of a point between figures, and of no other', () => {
  expect(['1.4', '1.4%', '$12.5m', 'v1.2.3', '14.', '.5', 'U.S.', '3A.1', 'asm.au'].map(levelled)).toEqual([
    '1ˑ4',
    '1ˑ4%',
    '$12ˑ5m',
    'v1ˑ2ˑ3',
    '14.',
    '.5',
    'U.S.',
    '3A.1',
    'asm.au',
  ]);
});

test('indexedForms() gives a token with and without what is raised in it', () => {
  expect(indexedForms('CO₂')).toEqual(['CO2']);
  expect(indexedForms('5,700¹')).toEqual(['5,700¹', '5,700']);
  expect(indexedForms('10^6')).toEqual(['10⁶', '10']);
  expect(indexedForms('m²')).toEqual(['m2', 'm']);
  expect(indexedForms('$5[^9]')).toEqual(['$5']);
  expect(indexedForms('¹')).toEqual(['1']);
  expect(indexedForms('plain^')).toEqual(['plain^']);
});

test('foldWord() is one word of what is written in one way or another', () => {
  const words = (...tokens: string[]) => [...new Set(tokens.map(foldWord))];
  expect(words('CO2', 'CO₂', 'co₂')).toEqual(['co2']);
  expect(words('m2', 'm²', 'm^2')).toEqual(['m2']);
  expect(words('10⁶', '10^6', '10^(6)')).toEqual(['10⁶']);
  expect(words('5½', '½', '5①', 'Note①')).toEqual(['5½', '½', '5①', 'note1']);
  expect(words('$5¹', '$51', '5¹')).toEqual(['5¹', '51']);
});

test('tokenAliases() gives the parts of a token without what is raised too, and none where the token is indexed as typed', () => {
  expect(tokenAliases('gold–silver²')).toEqual(expect.arrayContaining(['silver', 'silver2']));
  expect(['CO₂', 'm²', '10⁶', '5½'].flatMap(tokenAliases)).toEqual([]);
});
