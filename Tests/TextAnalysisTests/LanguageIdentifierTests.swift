import Foundation
import TestSupport
import Testing
import TextAnalysis

@Suite struct LanguageIdentifierTests {
  private let identifier: LanguageIdentifier

  init() throws {
    identifier = LanguageIdentifier(profiles: try LanguageProfiles(files: try ShippedData.texts(under: "languages")))
  }

  @Test(arguments: [
    ("Vaccines do not cause autism, and this is what the research shows.", "en"),
    ("La vacuna no causa autismo y los estudios lo demuestran desde hace años.", "es"),
    ("Les vaccins ne causent pas l'autisme, et les études le montrent depuis des années.", "fr"),
    ("Impfungen verursachen keinen Autismus, und das zeigen die Studien seit Jahren.", "de"),
    ("I vaccini non causano l'autismo e gli studi lo dimostrano da anni, anche per i bambini.", "it"),
    ("As vacinas não causam autismo e os estudos mostram isso há muitos anos.", "pt"),
    ("Vaccins veroorzaken geen autisme en dat blijkt ook uit het onderzoek van de laatste jaren.", "nl"),
    ("Vaccin orsakar inte autism och det har studier visat under många år.", "sv"),
    ("Vacciner forårsager ikke autisme, og det har undersøgelser af mange børn også vist.", "da"),
    ("Vaksiner forårsaker ikke autisme, og det har mye forskning på noen av barna også vist.", "nb"),
    ("Rokotteet eivät aiheuta autismia, ja sen tutkimus on osoittanut jo ennen.", "fi"),
    ("Szczepionki nie powodują autyzmu i to jest wniosek z badań, które trwają od lat.", "pl"),
    ("Očkování nezpůsobuje autismus a je to výsledek studií, které jsou známé už roky.", "cs"),
    ("Vaccinurile nu cauzează autism și asta arată studiile care sunt făcute de ani.", "ro"),
    ("Az oltások nem okoznak autizmust, és ezt a kutatások is mutatják, mert nagyon sok van.", "hu"),
    ("Aşılar otizme neden olmaz ve bu çok uzun yıllar için yapılan çalışmalarla gösterildi.", "tr"),
    ("Vaksin tidak menyebabkan autisme dan ini sudah dibuktikan oleh banyak penelitian.", "id"),
    ("Vắc xin không gây ra bệnh tự kỷ và các nghiên cứu đã cho thấy điều này.", "vi"),
    ("Ang bakuna ay hindi sanhi ng autism at ito ang sabi ng mga pag-aaral.", "tl"),
    ("Chanjo hazisababishi usonji na hii ni kwa sababu ya utafiti wa watu wengi katika nchi.", "sw"),
    ("Cjepiva ne uzrokuju autizam i to je ono što su istraživanja već pokazala.", "hr"),
    ("Les vacunes no causen autisme i els estudis ho demostren amb molt de detall, però també més.", "ca"),
    ("Вакцины не вызывают аутизм", "ru"), ("Вакцини не викликають аутизм, її докази є", "uk"),
    ("Вакцине не изазивају аутизам", "sr"), ("Τα εμβόλια δεν προκαλούν αυτισμό", "el"), ("חיסונים אינם גורמים", "he"),
    ("اللقاحات لا تسبب التوحد", "ar"), ("واکسن‌ها باعث اوتیسم نمی‌شوند چون پژوهش", "fa"), ("टीके ऑटिज़्म का कारण नहीं हैं", "hi"),
    ("วัคซีนไม่ทำให้เกิดออทิสติก", "th"), ("疫苗不会导致自闭症", "zh"), ("ワクチンは自閉症の原因ではありません", "ja"),
    ("백신은 자폐증을 일으키지 않는다", "ko"),
  ])
  func `the language of a sentence is told`(text: String, language: String) {
    let found = identifier.identify(text)
    #expect(found?.language == language)
    #expect((0.4...1).contains(found?.confidence ?? 0))
  }

  @Test(arguments: [
    "", "   ", "gm fam lfg 🚀", "#VaccinesCauseAutism #NoVax", "lol nope", "COVID-19", "sus af ngl fr fr no cap",
    "Mycobacterium tuberculosis", "per os bis in die ad libitum", "lupus erythematosus et al. in vivo, in vitro",
    "café",
    "Dr. José Muñoz Peña", "garlic cures cancer", "de novo", "https://example.org/los-ninos/que-es @elpais",
    "Ω-3 β-blocker",
    "los angeles la lakers", "in situ e. coli de novo per se", "vaxx kills!!! wake up sheeple",
  ])
  func `little text is never called foreign`(text: String) {
    let language = identifier.identify(text)?.language
    #expect(language == nil || language == "en")
  }

  @Test func `a foreign quotation does not turn an English text`() {
    let text = "He told us that “las vacunas no son para los niños” was what the man in the video had said about them."
    #expect(identifier.identify(text)?.language == "en")
  }

  @Test func `any text is looked at without harm`() {
    for text in MutatedText(seed: 4, count: 200) { _ = identifier.identify(text) }
    #expect(identifier.identify(String(repeating: "the and of to ", count: 100_000))?.language == "en")
  }
}
