"""The laws under which the public asks for records: of the United States, of each state and of D.C."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statute:
    """A public records law by name, and where it is found."""

    name: str
    citation: str

    def __str__(self) -> str:
        """Print both: `Mississippi Public Records Act of 1983, Miss. Code 25-61-1`."""
        return f"{self.name}, {self.citation}"


FEDERAL = Statute("Freedom of Information Act", "5 U.S.C. 552")

OF_STATES: dict[str, Statute] = {
    "AL": Statute("Alabama Open Records Law", "Ala. Code 36-12-40"),
    "AK": Statute("Alaska Public Records Act", "Alaska Stat. 40.25.110"),
    "AZ": Statute("Arizona Public Records Law", "Ariz. Rev. Stat. 39-121"),
    "AR": Statute("Arkansas Freedom of Information Act", "Ark. Code 25-19-101"),
    "CA": Statute("California Public Records Act", "Cal. Gov. Code 7920.000"),
    "CO": Statute("Colorado Open Records Act", "Colo. Rev. Stat. 24-72-201"),
    "CT": Statute("Connecticut Freedom of Information Act", "Conn. Gen. Stat. 1-200"),
    "DE": Statute("Delaware Freedom of Information Act", "29 Del. Code 10001"),
    "DC": Statute("District of Columbia Freedom of Information Act", "D.C. Code 2-531"),
    "FL": Statute("Florida Public Records Law", "Fla. Stat. ch. 119"),
    "GA": Statute("Georgia Open Records Act", "Ga. Code 50-18-70"),
    "HI": Statute("Hawaii Uniform Information Practices Act", "Haw. Rev. Stat. ch. 92F"),
    "ID": Statute("Idaho Public Records Act", "Idaho Code 74-101"),
    "IL": Statute("Illinois Freedom of Information Act", "5 Ill. Comp. Stat. 140"),
    "IN": Statute("Indiana Access to Public Records Act", "Ind. Code 5-14-3"),
    "IA": Statute("Iowa Open Records Law", "Iowa Code ch. 22"),
    "KS": Statute("Kansas Open Records Act", "Kan. Stat. 45-215"),
    "KY": Statute("Kentucky Open Records Act", "Ky. Rev. Stat. 61.870"),
    "LA": Statute("Louisiana Public Records Law", "La. Rev. Stat. 44:1"),
    "ME": Statute("Maine Freedom of Access Act", "1 Me. Rev. Stat. 400"),
    "MD": Statute("Maryland Public Information Act", "Md. Code, General Provisions 4-101"),
    "MA": Statute("Massachusetts Public Records Law", "Mass. Gen. Laws ch. 66, sec. 10"),
    "MI": Statute("Michigan Freedom of Information Act", "Mich. Comp. Laws 15.231"),
    "MN": Statute("Minnesota Government Data Practices Act", "Minn. Stat. ch. 13"),
    "MS": Statute("Mississippi Public Records Act of 1983", "Miss. Code 25-61-1"),
    "MO": Statute("Missouri Sunshine Law", "Mo. Rev. Stat. ch. 610"),
    "MT": Statute("Montana public records law", "Mont. Code 2-6-1003"),
    "NE": Statute("Nebraska public records statutes", "Neb. Rev. Stat. 84-712"),
    "NV": Statute("Nevada Public Records Act", "Nev. Rev. Stat. ch. 239"),
    "NH": Statute("New Hampshire Right-to-Know Law", "N.H. Rev. Stat. ch. 91-A"),
    "NJ": Statute("New Jersey Open Public Records Act", "N.J. Stat. 47:1A-1"),
    "NM": Statute("New Mexico Inspection of Public Records Act", "N.M. Stat. 14-2-1"),
    "NY": Statute("New York Freedom of Information Law", "N.Y. Public Officers Law, art. 6"),
    "NC": Statute("North Carolina Public Records Law", "N.C. Gen. Stat. ch. 132"),
    "ND": Statute("North Dakota open records law", "N.D. Cent. Code 44-04-18"),
    "OH": Statute("Ohio Public Records Act", "Ohio Rev. Code 149.43"),
    "OK": Statute("Oklahoma Open Records Act", "51 Okla. Stat. 24A.1"),
    "OR": Statute("Oregon Public Records Law", "Or. Rev. Stat. 192.311"),
    "PA": Statute("Pennsylvania Right-to-Know Law", "65 Pa. Stat. 67.101"),
    "RI": Statute("Rhode Island Access to Public Records Act", "R.I. Gen. Laws 38-2-1"),
    "SC": Statute("South Carolina Freedom of Information Act", "S.C. Code 30-4-10"),
    "SD": Statute("South Dakota public records law", "S.D. Codified Laws 1-27-1"),
    "TN": Statute("Tennessee Public Records Act", "Tenn. Code 10-7-503"),
    "TX": Statute("Texas Public Information Act", "Tex. Gov. Code ch. 552"),
    "UT": Statute("Utah Government Records Access and Management Act", "Utah Code 63G-2-101"),
    "VT": Statute("Vermont Public Records Act", "1 Vt. Stat. 315"),
    "VA": Statute("Virginia Freedom of Information Act", "Va. Code 2.2-3700"),
    "WA": Statute("Washington Public Records Act", "Wash. Rev. Code ch. 42.56"),
    "WV": Statute("West Virginia Freedom of Information Act", "W. Va. Code 29B-1-1"),
    "WI": Statute("Wisconsin Public Records Law", "Wis. Stat. 19.31"),
    "WY": Statute("Wyoming Public Records Act", "Wyo. Stat. 16-4-201"),
}
"""The law of each state and of D.C., by postal code; the citation is that of its first or main section."""
