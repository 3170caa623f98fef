// Words by which people tell about money what a dialog would ask them, in English, Welsh and Polish. Slot → its answers as the
// dialogs name them → the words. Read like the lists in `rooms-and-trades.ts`; the first answer that fits counts.

import type { ConceptWords } from './concepts.ts';

export const moneyWords = {
  /** `rent.arrears`. A street called Court is none. */
  court_letter: {
    yes: 'evict* bailiff* possession_order possession_notice seeking_possession notice_of_possession section_8 section_21 to_court court_letter court_date court_hearing court_order court_papers county_court letter_from_court letter_from_the_court court_summons beili* dadfeddian* troi_allan nhroi_allan llythyr_llys i_r_llys eksmi* komornik* do_sadu z_sadu w_sadzie sadow*',
  },
  arrears_help: {
    plan: 'payment_plan* repayment_plan* payment_arrangement* instalment* installment* bit_by_bit pay_in_parts cynllun_talu rhandal* plan_splat* raty ratach raciach',
  },
  /** `money.benefits`. */
  benefit: {
    bedroom_tax:
      'bedroom_tax under_occupancy spare_room_subsidy treth_ystafell_wely dreth_ystafell_wely podatek_od_sypialni',
    council_tax: 'council_tax* treth_gyngor dreth_gyngor treth_y_cyngor',
    housing_benefit: 'housing_benefit* hb budd_dal_tai fudd_dal_tai zasilek_mieszkaniowy zasilku_mieszkaniowego',
    universal_credit: 'universal_credit* uc uni_credit credyd_cynhwysol gredyd_cynhwysol',
  },
  /** `money.hardship`: what cannot wait comes first. */
  hardship: {
    food: 'no_food nothing_to_eat nothing_to_feed nothing_in_the_cupboards money_for_food not_eaten can_not_afford_to_eat hungry starving dim_bwyd ddim_bwyd na_jedzenie nic_do_jedzenia nie_mam_jedzenia co_jesc glodn*',
    power:
      'no_gas no_electric* no_heating can_not_top_up can_not_afford_heating can_not_heat no_money_for_gas no_money_for_electric* meter_run_out meter_is_empty meter_has_run_out dim_trydan dim_nwy fforddio_gwresogi na_prad na_gaz na_ogrzewanie nie_mam_pradu',
    debts: 'debt* loan* owe_money dyled* ddyled* nyled* dlug* pozyczk*',
    things:
      'furniture carpet* cooker fridge bed white_goods washing_machine dodrefn ddodrefn celfi mebl* lodowk* pralk* kuchenk*',
  },
  /** `charges.query`. */
  charge_matter: {
    works: 'major_works section_20 s20 gwaith_mawr wielki_remont remont*',
    wrong: 'too_high too_much wrong doubled incorrect rhy_uchel anghywir za_wysok* bledn*',
    breakdown: 'breakdown itemised dadansoddiad zestawieni*',
  },
} as const satisfies Readonly<Record<string, ConceptWords>>;
