// "My name is" in Romanian, Portuguese, Ukrainian, Urdu, Punjabi, Bengali, Arabic and Somali, as they are written and texted; and what
// stands behind a name there without being one.

export const nameOpenings =
  "m[aă] numesc|numele meu este|m[aă] cheam[aă]|(?:o )?meu nome [eé]|chamo-me|me chamo|мене (?:звати|звуть)|моє ім['’ʼ]?я|میرا نام|mera naa?m|ਮੇਰਾ (?:ਨਾਂ|ਨਾਮ|ਨਾਉਂ)|আমার নাম|amar naa?m|(?:[اأ]نا )?[اإ]سمي|(?:ana )?[ei]smi|maga(?:cayg|ceyg)[ua](?: waa)?";

export const behindNames =
  /^(?:ہے|اور|hai|hain|aur|he|ਹੈ|ਤੇ|te|এবং|ar|ebong|و|iyo|oo|e|si|și|sunt|da|de la|і|й|та|من|от)$/iu;
