/** Words that every release has or may have, the most frequent first; none stands twice. */
export const commonWords: readonly string[] = [
  ...new Set(
    `the of and to in a for is on at with by as company from that has its be will an are was project this securities
    shares or million drilling which been have market per under not asx limited report exploration resource results
    mineral new all directors cash period production information board capital operations any announcement date year
    quarter share may other during price up total holders holes expected following including between mining copper
    gold within further programme area high also more their issue were development made grade would it into metres
    potential shareholders interest after over only plan ordinary tenement process management no statements cost
    options strategic deposit completed continue director meeting growth business executive chief officer release
    work study metal value one first two three should could we our these than statement listing rule rules technical
    industry future work key each rights global financial material forward looking term offer terms placement
    agreement investors estimate estimates reserve ore zone surface depth east west north south northern southern
    significant intersections assays assay sample samples laboratory analysis quality control data geological
    geology mineralisation mineralised width true open along strike trend target targets identified soil rock core
    reverse circulation diamond rig rigs hole collar azimuth dip plant mill recovery concentrate tonnes ounces
    contained inferred indicated measured proved probable cut cutoff metallurgical testwork flotation leach
    processing construction commissioning permit permits approval approvals environmental licence water power
    road port rail contractor contract contracts award awarded supply demand prices rare earth lithium nickel zinc
    lead silver uranium graphite cobalt iron bauxite coal gas oil energy battery customers product products sales
    revenue profit loss net gross margin before tax earnings dividend dividends franked record payment payable
    half full end ended june december march september january february april may july august october november
    balance sheet assets liabilities equity debt facility loan bank funding finance raise raised raising proceeds
    use working subscription tranche institutional retail sophisticated existing eligible entitlement renounceable
    allotment quotation quoted unquoted performance vesting expiry exercise exercised consideration acquisition
    disposal sale purchase completion conditions precedent due diligence binding exclusive counterparty vendor
    subsidiary joint venture partner partners earn percent holding substantial holder voting power relevant notice
    change appointment resignation chair chairman managing secretary independent executive non experience years
    led team people safety community stakeholders traditional owners heritage agreement consultation sustainability
    risk risks uncertainties assumptions actual differ materially guidance outlook update activities summary
    highlights background overview next steps conclusion appendix table figure section note notes page details
    below above about through there who where when while such both since until against across well based set
    part current currently previous previously recent recently planned planning subject additional available
    support important major large small strong low increase increased decrease decreased improved review reviewed
    confirm confirmed confirms advised advises pleased announce announces announced received receipt issued
    provide provided provides authorised contact phone email website investor relations media enquiries competent
    person persons consents inclusion form context appears member institute fellow`.split(/\s+/),
  ),
];
