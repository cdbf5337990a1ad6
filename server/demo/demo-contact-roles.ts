/** Who takes part in the demo organisation's deals, beside or as the main contact. */
export interface DemoContactRole {
  readonly dealKey: string;
  readonly contactKey: string;
  readonly role:
    | 'DEVELOPER_EVALUATOR'
    | 'DECISION_MAKER'
    | 'PURCHASING'
    | 'EXECUTIVE_SPONSOR'
    | 'ENGINEERING_LEAD'
    | 'ECONOMIC_DECISION_MAKER'
    | 'PRODUCT_MANAGEMENT';
}

export const demoContactRoles: readonly DemoContactRole[] = [
  { dealKey: 'groep-raamcontract', contactKey: 'willemijn-van-oordt', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'groep-raamcontract', contactKey: 'bart-tjeenk', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'groep-raamcontract', contactKey: 'fatima-el-amrani', role: 'PURCHASING' },
  { dealKey: 'energie-warmtenet', contactKey: 'daan-s-gravesande', role: 'ENGINEERING_LEAD' },
  { dealKey: 'energie-warmtenet', contactKey: 'sanne-de-wit', role: 'DECISION_MAKER' },
  { dealKey: 'energie-warmtenet', contactKey: 'bart-tjeenk', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'energie-api', contactKey: 'ruben-hofstra', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'energie-api', contactKey: 'sanne-de-wit', role: 'DECISION_MAKER' },
  { dealKey: 'wind-trillingen', contactKey: 'jelle-ypma', role: 'DECISION_MAKER' },
  { dealKey: 'wind-trillingen', contactKey: 'froukje-dijkstra', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'veldkamp-kade', contactKey: 'antje-veldkamp', role: 'DECISION_MAKER' },
  { dealKey: 'veldkamp-kade', contactKey: 'koen-in-t-veld', role: 'ENGINEERING_LEAD' },
  { dealKey: 'dijkhuizen-koelkasten', contactKey: 'achmed-bouzid', role: 'ENGINEERING_LEAD' },
  { dealKey: 'dijkhuizen-koelkasten', contactKey: 'marloes-kuiper', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'grachtenlab-zwembad', contactKey: 'noor-abbas', role: 'DECISION_MAKER' },
  { dealKey: 'grachtenlab-zwembad', contactKey: 'stijn-de-bruijn', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'havelkran-kran', contactKey: 'juergen-wackernagel', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'havelkran-rahmen', contactKey: 'annegret-hoesslin', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'havelkran-rahmen', contactKey: 'bjoern-luedtke', role: 'PURCHASING' },
  { dealKey: 'silberbach-halle', contactKey: 'matthias-kuehnl', role: 'DECISION_MAKER' },
  { dealKey: 'silberbach-halle', contactKey: 'anja-obermueller', role: 'ENGINEERING_LEAD' },
  { dealKey: 'linz-haerteofen', contactKey: 'valentin-gruenauer', role: 'DECISION_MAKER' },
  { dealKey: 'kornblume-kuehlregale', contactKey: 'goeran-marquardt', role: 'ENGINEERING_LEAD' },
  { dealKey: 'kornblume-kuehlregale', contactKey: 'ulrike-sonntag', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'garonne-four', contactKey: 'francois-xavier-lacaze', role: 'DECISION_MAKER' },
  { dealKey: 'garonne-atelier', contactKey: 'maelys-ndiaye', role: 'PRODUCT_MANAGEMENT' },
  { dealKey: 'garonne-atelier', contactKey: 'helene-dubreuil', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'lyon-compresseurs', contactKey: 'anais-perrachon', role: 'DECISION_MAKER' },
  { dealKey: 'lyon-compresseurs', contactKey: 'loic-le-guennec', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'sierra-riego', contactKey: 'inigo-cardenas', role: 'ENGINEERING_LEAD' },
  { dealKey: 'sierra-riego', contactKey: 'joaquin-ibanez', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'export-contenedores', contactKey: 'maria-jose-penarroya', role: 'DECISION_MAKER' },
  { dealKey: 'export-contenedores', contactKey: 'alvaro-quesada', role: 'PURCHASING' },
  { dealKey: 'brightfen-framework', contactKey: 'philippa-ashworth-lyle', role: 'ECONOMIC_DECISION_MAKER' },
  { dealKey: 'brightfen-framework', contactKey: 'desmond-okonkwo', role: 'PURCHASING' },
  { dealKey: 'brightfen-framework', contactKey: 'gwenllian-prys', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'brightfen-netzero', contactKey: 'gwenllian-prys', role: 'DECISION_MAKER' },
  { dealKey: 'ireland-datacentre', contactKey: 'ruairi-macgiolla', role: 'ENGINEERING_LEAD' },
  { dealKey: 'maple-newline', contactKey: 'beau-thibodeaux', role: 'ENGINEERING_LEAD' },
  { dealKey: 'maple-newline', contactKey: 'marcus-delacroix-reed', role: 'DECISION_MAKER' },
  { dealKey: 'maple-spares', contactKey: 'soledad-ortiz', role: 'PURCHASING' },
  { dealKey: 'bursztyn-wozki', contactKey: 'krzysztof-dabek', role: 'DECISION_MAKER' },
  { dealKey: 'bursztyn-wozki', contactKey: 'lukasz-swiecicki', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'bursztyn-ramowa', contactKey: 'malgorzata-zolkiewska', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'chmura-alarmy', contactKey: 'agnieszka-jedrzejczyk', role: 'PRODUCT_MANAGEMENT' },
  { dealKey: 'krivanek-vzduch', contactKey: 'marketa-krivankova', role: 'DECISION_MAKER' },
  { dealKey: 'krivanek-vzduch', contactKey: 'ondrej-stastny', role: 'DEVELOPER_EVALUATOR' },
  { dealKey: 'thalassinos-stolos', contactKey: 'georgios-thalassinos', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'thalassinos-stolos', contactKey: 'nikos-karavis', role: 'ENGINEERING_LEAD' },
  { dealKey: 'cinaralti-su', contactKey: 'ipek-sahinoglu', role: 'ENGINEERING_LEAD' },
  { dealKey: 'cinaralti-su', contactKey: 'gulsen-cinar', role: 'DECISION_MAKER' },
  { dealKey: 'kawasemi-kensa', contactKey: 'yoko-suzuki', role: 'DECISION_MAKER' },
  { dealKey: 'kawasemi-kensa', contactKey: 'kenichi-sato', role: 'PURCHASING' },
  { dealKey: 'herons-branches', contactKey: 'ingrid-solheim', role: 'EXECUTIVE_SPONSOR' },
  { dealKey: 'sjoangen-hall', contactKey: 'orjan-sjoang', role: 'ENGINEERING_LEAD' },
];
