// What the data protection team does about somebody's data.

export const privacy = {
  'Data protection': 'Diogelu data',
  'Reference of the data request': 'Cyfeirnod y cais am ddata',
  'Who it is (id), where the request does not tell': 'Pwy ydyw (id), lle nad yw’r cais yn dweud',
  'Open the request': 'Agor y cais',
  'A copy of the data': 'Copi o’r data',
  'See what is held': 'Gweld beth a gedwir',
  'Conversations: {count}. Parts to look at first: {left}.':
    'Sgyrsiau: {count}. Rhannau i edrych arnynt yn gyntaf: {left}.',
  'To look at first': 'I edrych arnynt yn gyntaf',
  'Let out: {what}': 'Cynnwys: {what}',
  'Save as a page to read': 'Cadw fel tudalen i’w darllen',
  'Save as data': 'Cadw fel data',
  'Restricted: only its own team lets it out': 'Cyfyngedig: dim ond ei dîm ei hun gaiff ei gynnwys',
  'Tells of other people': 'Yn sôn am bobl eraill',
  'Notes that staff wrote': 'Nodiadau a ysgrifennodd staff',
  'From their number, but nobody said who they were': 'O’u rhif nhw, ond ni ddywedodd neb pwy oedden nhw',
  'For somebody else: read at the desk, not sent': 'I rywun arall: fe’i darllenir wrth y ddesg, nis anfonir',
  Erasure: 'Dileu',
  'See what would be erased': 'Gweld beth fyddai’n cael ei ddileu',
  'Conversations that go: {count}. What stays: {stays}.': 'Sgyrsiau sy’n mynd: {count}. Yr hyn sy’n aros: {stays}.',
  'Erase them': 'Eu dileu',
  'Erase them for good': 'Eu dileu am byth',
  'It cannot be undone.': 'Ni ellir ei ddadwneud.',
  'Leave it': 'Ei adael',
  'Erased. Conversations: {count}.': 'Dilëwyd. Sgyrsiau: {count}.',
  'The housing system’s part is a task: {reference}.': 'Tasg yw rhan y system dai: {reference}.',
  'Legal hold': 'Cadw cyfreithiol',
  'Whose data is held (id)': 'Data pwy a gedwir (id)',
  Look: 'Edrych',
  'Held since {time}: {why}': 'Cedwir ers {time}: {why}',
  'End the hold': 'Dod â’r cadw i ben',
  'No hold is on the data of {person}.': 'Nid oes cadw ar ddata {person}.',
  'Why nothing is to be deleted': 'Pam nad oes dim i’w ddileu',
  'Hold it': 'Ei gadw',
  'opt-out': 'optio allan',
  route: 'llwybr y cytunwyd arno',
  'A person is being waited for, or is speaking with them.': 'Mae person yn cael ei ddisgwyl, neu’n siarad â nhw.',
  'A message in it has no answer yet.': 'Nid oes ateb eto i neges ynddi.',
  'Something in it is on its way, or waits for a person because it was refused.':
    'Mae rhywbeth ynddi ar ei ffordd, neu’n aros am berson am iddo gael ei wrthod.',
  'Something that was promised in it is not done yet.': 'Nid yw rhywbeth a addawyd ynddi wedi’i wneud eto.',
  'A legal hold is on their data.': 'Mae cadw cyfreithiol ar eu data.',
  'A case, repair or task that was opened in it is not closed.':
    'Nid yw achos, atgyweiriad neu dasg a agorwyd ynddi wedi’i gau.',
  'The housing system cannot say now whether what was opened in it is closed. Try again later.':
    'Ni all y system dai ddweud nawr a yw’r hyn a agorwyd ynddi wedi’i gau. Rhowch gynnig arall arni’n nes ymlaen.',
  'It shows how a complaint, a hazard or a request was dealt with, and is kept for as long as the law may ask for it.':
    'Mae’n dangos sut y deliwyd â chwyn, perygl neu gais, ac fe’i cedwir cyhyd ag y gall y gyfraith ofyn amdani.',
  'It is about somebody’s safety or a grave allegation, and is kept for as long as the law may ask for it.':
    'Mae’n ymwneud â diogelwch rhywun neu â honiad difrifol, ac fe’i cedwir cyhyd ag y gall y gyfraith ofyn amdani.',
  'It came from their number, but nobody said who they were: it may be somebody else’s.':
    'Daeth o’u rhif nhw, ond ni ddywedodd neb pwy oedden nhw: gall fod yn eiddo i rywun arall.',
  'That this number wants no texts is kept, so that none is sent to it.':
    'Cedwir nad yw’r rhif hwn eisiau negeseuon testun, fel na chaiff yr un ei hanfon ato.',
  'An agreed route holds for them until its last day.': 'Mae llwybr y cytunwyd arno’n ddilys tan ei ddiwrnod olaf.',
  'A legal hold is on their data: nothing is erased while it holds.':
    'Mae cadw cyfreithiol ar eu data: ni ddileir dim tra bydd.',
  'What would be erased has changed, or you waited too long. Look at it again.':
    'Mae’r hyn a gâi ei ddileu wedi newid, neu buoch yn aros yn rhy hir. Edrychwch arno eto.',
  'A hold is on their data already.': 'Mae cadw ar eu data yn barod.',
  'The request is of somebody else.': 'Cais rhywun arall ydyw.',
  'There is nobody with this id.': 'Nid oes neb â’r id hwn.',
  'Only the team of a restricted matter lets it out.': 'Dim ond tîm mater cyfyngedig gaiff ei gynnwys.',
  'The housing system cannot be reached now. Try again in a while.':
    'Ni ellir cyrraedd y system dai nawr. Rhowch gynnig arall arni ymhen ychydig.',
} as const;
