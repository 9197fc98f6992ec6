package import SurveyData

/// How many households of one group have no device or no connection.
package struct EquipmentNeed: Sendable {
    package let group: ResidentialGroup
    /// The group's own share, shown or not; nil where the survey did not ask.
    package let own: IndicatorEstimate?
    /// The share that stands for the group: its own where shown, else its former ward's, else the whole survey's;
    /// nil where the households asked are counted instead.
    package let source: IndicatorEstimate?
    /// Households that it is of: N_g, or those asked.
    package let households: Int
    /// For ranking places only: never published of one group.
    let lacking: Double
}
