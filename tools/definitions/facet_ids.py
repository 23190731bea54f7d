"""Ids of datapoints whose title does not shorten well by rule; keyed by the title in small letters."""

_TEXT = """
compliance: Compliance with relevant laws and regulations that have a significant impact on the issuer
implementation: How they are implemented
monitoring: How they are monitored
handling: How they are dealt with
steps: Steps taken to achieve them
targets: Emission target(s) set
reduction-targets: Waste reduction target(s) set
targets: Energy use efficiency target(s) set
efficiency-targets: Water efficiency target(s) set
scope-1: Scope 1 (direct) greenhouse gas emissions
scope-2: Scope 2 (energy indirect) greenhouse gas emissions
total: Total hazardous waste produced
total: Total non-hazardous waste produced
hazardous-handling: How hazardous waste is handled
non-hazardous-handling: How non-hazardous waste is handled
by-type: Direct and/or indirect energy consumption by type (e.g. electricity, gas, oil)
total: Total energy consumption
total: Total water consumption
total: Total consumption
sourcing: Whether there is any issue in sourcing water fit for purpose
total: Total packaging material used for finished products
per-unit: Amount per unit produced
types: Types of emissions
data: Emissions data for each type
impacts: Significant impacts of activities on the environment and natural resources
actions: Actions taken to manage the impacts
actions: Actions taken to manage them
identification: Policies on identification of significant climate-related issues
mitigation: Policies on mitigation of significant climate-related issues
past-issues: Significant climate-related issues which have impacted the issuer
possible-issues: Significant climate-related issues which may impact the issuer
energy: Policies on efficient use of energy
water: Policies on efficient use of water
raw-materials: Policies on efficient use of other raw materials
safe-workplace: Policies on providing a safe working environment
occupational-hazards: Policies on protecting employees from occupational hazards
other-benefits: Policies on other benefits and welfare
number: Number of work-related fatalities for each of the past three years
rate: Rate of work-related fatalities for each of the past three years
measures: Measures adopted
knowledge-and-skills: Policies on improving knowledge and skills
training: Description of training activities
child-labour: Policies on preventing child labour
forced-labour: Policies on preventing forced labour
child-labour: Measures to review employment practices to avoid child labour
forced-labour: Measures to review employment practices to avoid forced labour
environmental-risks: Policies on environmental risks of the supply chain
social-risks: Policies on social risks of the supply chain
environmental-risks: Practices to identify environmental risks along the supply chain
social-risks: Practices to identify social risks along the supply chain
practices: Practices relating to engaging suppliers
suppliers: Number of suppliers where the practices are implemented
practices: Practices to promote environmentally preferable products and services when selecting suppliers
health-and-safety: Policies on product and service health and safety
privacy: Policies on privacy matters
redress: Methods of redress
number: Number of product and service related complaints received
policies: Consumer data protection and privacy policies
number: Number of concluded legal cases against the issuer or its employees
outcomes: Outcomes of the cases
directors: Training provided to directors
staff: Training provided to staff
community-needs: Policies on community engagement to understand community needs
community-interests: Policies ensuring activities consider community interests
evaluation-process: Process to evaluate material ESG issues
prioritisation-process: Process to prioritise material ESG issues
management-process: Process to manage material ESG issues
risks-to-business: Risks to the issuer's businesses
progress-review: How the board reviews progress against ESG-related goals and targets
relation-to-business: How goals and targets relate to the issuer's businesses
identification-process: Process to identify material ESG factors
criteria: Criteria for selecting material ESG factors
stakeholders: Significant stakeholders identified
engagement-process: Process of stakeholder engagement
engagement-results: Results of stakeholder engagement
methods: Standards, methodologies, assumptions and/or calculation tools used for emissions and energy consumption
conversion-factors: Source of conversion factors used
method-changes: Changes to methods used
kpi-changes: Changes to KPIs used
other-factors: Other relevant factors affecting meaningful comparison
explanation: Explanation of the reporting boundary
identification-process: Process to identify which entities or operations are included
changes: Differences when scope changed
reason-for-change: Reason for the change
manner: How informed
frequency: How often informed
major-transactions: Decisions on major transactions
risk-management: Risk management processes and related policies
trade-offs: Whether trade-offs were considered
target-setting: Oversight of target setting
progress: Monitoring of progress
remuneration: Whether and how performance metrics are included in remuneration policies
oversight: How oversight is exercised over that position or committee
oversight: Oversight of it
integration: How integrated with other internal functions
integration: How integrated
integration: Integration with functions
planning-horizons: Link to strategic planning horizons
horizon-definition: Definition of short, medium and long term
no-plan: Negative statement if no plan
no-plan: Explanation if no plan
no-price: Negative statement if none
not-considered: Negative statement if not
material-adjustment: Risks and opportunities with significant risk of material adjustment
assets-and-liabilities: Assets and liabilities concerned
horizons: Short, medium or long term
scenarios: Scenarios used and their sources
scenarios: Scenarios used
scenarios: Scenarios named incl. 2°C or lower
diversity: Whether a diverse range of scenarios was used
risk-type: Whether scenarios relate to transition or physical risks
agreement-aligned: Whether a scenario aligned with the latest international climate agreement was used
relevance: Why the scenarios are relevant
scope: Scope of operations
scope: Scope of operations covered
use: Whether used
manner: How used
prioritised: Whether prioritised
method: How prioritised
changed: Whether changed
changes: How changed
applied: Whether applied
manner: How applied
considered: Whether factored in
manner: How factored in
scenario-analysis: Use of scenario analysis
scenario-use: Scenario use
extent: Extent of integration
location-based: Location-based Scope 2 emissions
performance: Performance against each target
trends: Trends or changes analysed
gross-or-net: Whether gross or net
gross-target: Associated gross target if net
reliance: Extent of and reliance on carbon credits
scheme: Verifying or certifying scheme
credit-type: Type of credit
other-factors: Other factors on credibility and integrity
cross-industry: Consideration of cross-industry metrics
industry-based: Consideration of industry-based metrics
entities: List of entities covered
highest-body-involvement: Involvement of highest governance body and senior executives
assured-content: What was assured and on what basis
reporting-period: Reporting period start and end
different-periods: Reason if periods differ
not-responsible: Reason if not responsible
total-by-gender: Total by gender
total-by-region: Total by region
methodology: Methodology (head count, FTE; period end or average)
total: Total workers who are not employees
worker-types: Most common worker types and contractual relationship
review-and-approval: Responsibility for reviewing and approving reported information and material topics
senior-executive: Whether chair is also senior executive
communication: Whether and how critical concerns are communicated
total: Total number
significance: How significance was determined
current-period-fines: Fines paid in the current period
previous-period-fines: Fines paid for previous periods
identification: How identified
commitments: Commitments for responsible business conduct
rights-and-groups: Rights covered and at-risk groups
percentage-covered: Percentage of employees covered
terms-if-not-covered: Basis of terms for employees not covered
policies: Policies or commitments informed by the Kunming-Montreal framework
effects: How they are affected
area-under-restoration: Area under restoration
sensitive-areas: Ecologically sensitive areas: in or near, distance and type
condition: Condition in base year and reporting period
science-alignment: Alignment with 1.5°C science
expenditure: Expenditure and share of total
targets: Targets and progress: GHG, fossil-fuel phase-out, other
just-transition: Just transition principles and engagement
people-and-nature: Impacts on workers, communities, Indigenous Peoples and biodiversity
public-policy: Consistency of public policy activities
recruited: New employees recruited by gender and employee type
terminated: Employees terminated by gender and employee type
communities: Effects on local communities and Indigenous Peoples
share-of-base-year: TCO2e and % of base year
categories: Breakdown by upstream and downstream category (1-15)
scope-1-removals: Scope 1 removals by storage pool
purchased-energy: Purchased electricity, heating, cooling and steam
impacts: Impacts of energy use and of shifting to renewables
place: Where in the value chain
breakdown: Breakdown by country, region or market
risks-and-opportunities: Risks and opportunities: physical, regulatory, other
other-workers-pay: Other workers’ pay above minimum wage
variable-minimum-wage: Absent or variable minimum wage
locations-definition: Definition of significant locations
locations-definition: Significant locations and definition
percentage: Percentage of senior management hired locally
definitions: Definitions: senior management, local, significant locations
definitions: Definitions: local, significant locations
percentage: Percentage of procurement budget on local suppliers
examples: Examples of significant indirect economic impacts
significance: Significance against benchmarks and stakeholder priorities
operations-assessed: Number and percentage of operations assessed
governance-body-informed: Governance body members informed by region
employees-informed: Employees informed by category and region
partners-informed: Business partners informed by type and region
governance-body-trained: Governance body members trained by region
employees-trained: Employees trained by category and region
confirmed-incidents: Number and nature of confirmed incidents
non-renewable-fuel: Non-renewable fuel and fuel types
renewable-fuel: Renewable fuel and fuel types
total: Total energy
consumption: Energy consumption outside the organization
reductions: Reductions achieved by conservation and efficiency
reductions: Reductions in energy requirements of sold products and services
interactions: How and where water is withdrawn, consumed and discharged
effluent-standards: Minimum effluent standards and how set
total: Total withdrawal from all areas
total: Total discharge
storage-change: Change in storage
nature: Nature of impacts (construction, pollution, species, habitats, ecological processes)
cross-board-membership: Conflicts disclosed: cross-board membership
cross-shareholding: Conflicts disclosed: cross-shareholding
controlling-shareholders: Conflicts disclosed: controlling shareholders
related-parties: Conflicts disclosed: related parties
child-labor: Operations and suppliers at risk of child labor
young-workers: Operations and suppliers with young workers in hazardous work
fines: Incidents with a fine or penalty
warnings: Incidents with a warning
voluntary-codes: Incidents with voluntary codes
impact-assessments: Operations with impact assessments
data-losses: Leaks, thefts or losses of data
fines: Instances with fines
sanctions: Instances with non-monetary sanctions
non-compliance: Significant instances of non-compliance
base-year: Base year: rationale, emissions, recalculation
base-year: Base year or baseline and rationale
reductions: Reductions from initiatives
total: Total weight
total: Total weight or volume
total: Total volume
spill-details: Location, volume and material of each spill in the financial statements
pathways: Inputs, activities and outputs leading to impacts
total: Total diverted by composition
total: Total directed to disposal by composition
hazardous: Hazardous: preparation for reuse, recycling, other recovery
non-hazardous: Non-hazardous: preparation for reuse, recycling, other recovery
hazardous: Hazardous: incineration with and without energy recovery, landfill, other
non-hazardous: Non-hazardous: incineration with and without energy recovery, landfill, other
negative-impacts: Suppliers with significant negative impacts
improvements-agreed: Percentage with improvements agreed
terminated: Percentage terminated and why
hires: Number and rate of hires
turnover: Number and rate of turnover
after-12-months: Still employed after 12 months
notice-weeks: Minimum notice in weeks to employees and representatives
collective-agreements: Whether specified in collective agreements
legal-requirement: System implemented because of law
standards-based: Based on recognized standards
coverage: Workers, activities and workplaces covered
reporting-hazards: Reporting of hazards and protection from reprisal
functions: Functions of occupational health services
joint-committees: Joint management-worker committees and representation
approach: Approach to preventing or mitigating impacts linked by business relationships
employees-and-others: Employees and other workers
employees-and-others: Employees and other workers separately
governance-gender: Governance bodies: gender
governance-age-group: Governance bodies: age group
governance-other-diversity: Governance bodies: other diversity indicators
employees-gender: Employees per category: gender
employees-age-group: Employees per category: age group
employees-other-diversity: Employees per category: other diversity indicators
types: Operations and suppliers at risk: type
percentage: Percentage of security personnel trained
operations: Number and percentage of operations
percentage: Percentage of employees trained
agreements: Number and percentage of significant investment agreements
definition: Definition of significant
negative-impacts: Significant actual and potential negative impacts
total: Total value of financial and in-kind contributions
in-kind-estimate: How in-kind value was estimated
percentage: Percentage of categories covered and assessed
investment-and-r-and-d: Effect on investment and R&D
short-term: Short
medium-term: Medium
"""

IDS: dict[str, str] = {
    title.lower(): name for line in _TEXT.strip().splitlines() for name, title in [line.split(": ", maxsplit=1)]
}
