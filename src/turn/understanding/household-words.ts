// Words for people in a home and their health for whom the same fault is harder, in English, Welsh and Polish. Read like the lists in
// `rooms-and-trades.ts`. Only what can hardly mean anything else: "sick of waiting" is no illness and a broken blind is none either.

import type { ConceptWords } from './concepts.ts';

export const people = {
  pregnant:
    'pregnant pregnancy preggers expecting_a_baby expecting_a_child expecting_our expecting_my baby_due baby_on_the_way beichiog feichiog ciazy ciaza ciezarn*',
  baby: 'baby babies newborn? new_born? bairn? wean? toddler? infant? preemie premature twins triplets babi fabi mabi baban faban plentyn_bach noworod* niemowl* maluch* male_dziecko malym_dzieckiem malutk*',
  older:
    'elderly pensioner* oap oaps nan nana gran granny grandma grandmother grandad granddad grandpa grandfather mamgu fy_nain fy_nhaid tadcu oedrannus pensiynwr* starsza_osob* starszy_czlowiek emeryt* babcia babci dziadek dziadkiem',
} as const satisfies ConceptWords;

export const health = {
  illness:
    'copd emphysema asthma asthmatic bronchitis pneumonia chest_infection bad_chest breathing_problem* breathing_difficult* trouble_breathing dialysis chemo chemotherapy cancer leukaemia diabetes diabetic dementia alzheimer* parkinson* epilep* stroke heart_condition heart_problem* heart_disease heart_failure heart_attack* angina pacemaker arthritis arthritic fibromyalgia sickle_cell cystic_fibrosis kidney_* lung_* multiple_sclerosis have_ms has_ms motor_neurone lupus hiv crohn* colitis immunosuppress* immunocompromised weak_immune chronic_* long_covid terminal* terminally_ill end_of_life palliative bedbound bed_bound housebound just_out_of_hospital out_of_hospital had_an_operation had_surgery is_ill am_ill are_ill very_ill seriously_ill really_ill so_ill getting_ill is_sick am_sick very_sick is_poorly am_poorly very_poorly really_poorly poorly is_unwell am_unwell very_unwell frail mental_health depression anxiety ptsd bipolar schizophreni* psychosis canser dement* diabetes asthma clefyd* yn_sal yn_wael rwy_n_sal iechyd_meddwl epilepsi trawiad astm* pochp nowotw* raka rakiem cukrzyc* demencj* padaczk* udar* zawal* chory chora chore choroba choroby chorob* chorego choruj* dializ* depresj*',
  disability:
    'disability disabilities disabled wheelchair? wheel_chair zimmer walking_frame walking_stick crutches rollator mobility_scooter stairlift stair_lift hoist oxygen ventilator nebuliser nebulizer catheter stoma amputee paraly* paraplegic tetraplegic quadriplegic blue_badge cannot_walk can_not_walk partially_sighted registered_blind am_blind is_blind deaf deafblind hard_of_hearing autistic autism asd adhd learning_difficult* learning_disab* downs_syndrome down_syndrome cerebral_palsy vulnerable at_risk high_risk carer carers anabl* anabledd* cadair_olwyn gadair_olwyn byddar fyddar yn_ddall bregus awtist* niepelnospraw* wozek_inwalidzk* wozku wozka_inwalidzk* inwalid* niewidom* niedowidz* nieslysz* gluch* autyzm* autysty* balkonik*',
} as const satisfies ConceptWords;

/** Said outright: nobody. */
export const nobody = {
  no: 'nobody_vulnerable no_one_vulnerable no_vulnerable not_vulnerable none_vulnerable all_healthy are_healthy am_healthy fit_and_well fit_and_healthy all_fit nobody_is_ill no_one_is_ill no_health_problem* no_health_condition* neb_yn_fregus i_gyd_yn_iach wszyscy_zdrowi jestem_zdrow* nikt_nie_choruje',
} as const satisfies ConceptWords;

/** Right behind or before, the word is no person. */
export const notPeople =
  /\b(?:baby (?:gate|monitor|chang\w+|grand|food)|disabled (?:the alarm|parking|bay|toilet)|smoking|deaf ears|stroke of|nan(?:'s|s) (?:old )?(?:house|flat)|twin(?:s)? (?:bed|socket)|babysit\w*|sick (?:of|and tired|to death))\b/gu;

/** Somebody else's home. */
export const elsewhere =
  /\b(?:neighbou?r\w*|next door|upstairs (?:flat|tenant|people)|downstairs (?:flat|tenant|people)|landlord\w*|work(?:man|men|er)|plumber|engineer|cymydog\w*|gymydog\w*|drws nesaf|sasiad\w*)\b/u;

/** Before a word within a few others: it is told that there is none. */
export const none = new Set([
  'no',
  'not',
  'nobody',
  'none',
  'without',
  'never',
  'dim',
  'ddim',
  'neb',
  'nie',
  'bez',
  'nikt',
]);
